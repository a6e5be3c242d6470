package io.s360.iid.contract.reading;

import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Clause;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code x-lifecycle}. */
final class LifecycleReader {

    private final Findings findings;

    LifecycleReader(Findings findings) {
        this.findings = findings;
    }

    Lifecycle read(Clause clause) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        clause.members().forEach((name, resource) -> {
            resource.find("within")
                    .filter(within -> !resources.containsKey(within.text()))
                    .ifPresent(within -> findings.add(
                            within.place(), name, "is within " + within.text() + ", which does not stand above it"));
            checkReasons(name, resource);
            resource.find("expires").ifPresent(expires -> checkLifetime(name, expires));
            resources.put(name, toResource(name, resource));
        });
        findings.throwIfAny();
        return new Lifecycle(resources);
    }

    private void checkReasons(String name, Clause resource) {
        List<String> reasons = textsOf(resource, "reasons");
        if (resource.find("expires").isPresent() && !reasons.contains(Resource.EXPIRED)) {
            findings.add(resource.place(), name, "expires, but " + Resource.EXPIRED + " is not among its reasons");
        }
        resource.find("endsWith")
                .ifPresent(ends -> ends.members().forEach((with, reason) -> {
                    if (!reasons.contains(reason.text())) {
                        findings.add(
                                reason.place(), name, "ends by " + reason.text() + ", which is not among its reasons");
                    }
                }));
    }

    private void checkLifetime(String name, Clause expires) {
        Resource.Lifetime lifetime = toLifetime(expires);
        if (lifetime.idle().compareTo(lifetime.atMost()) > 0) {
            findings.add(expires.placeOf("/idle"), name, "may be idle for longer than it lives at most");
        }
    }

    private static Resource toResource(String name, Clause clause) {
        Map<String, String> endsWith = new LinkedHashMap<>();
        clause.find("endsWith").ifPresent(ends -> ends.members().forEach((with, by) -> endsWith.put(with, by.text())));
        return new Resource(
                name,
                textOf(clause, "key"),
                textOf(clause, "listedIn"),
                textOf(clause, "within"),
                clause.find("ownedBy").isPresent(),
                textsOf(clause, "states"),
                textsOf(clause, "reasons"),
                endsWith,
                clause.find("expires").map(LifecycleReader::toLifetime).orElse(null),
                clause.find("rememberedAfterExpiry")
                        .map(LifecycleReader::toDuration)
                        .orElse(null),
                limitOf(clause, "perOwner"),
                limitOf(clause, "perParent"),
                textsOf(clause, "attributes"));
    }

    private static Resource.Lifetime toLifetime(Clause clause) {
        return new Resource.Lifetime(toDuration(clause.get("idle")), toDuration(clause.get("atMost")));
    }

    static Duration toDuration(Clause clause) {
        return Duration.parse(clause.text());
    }

    private static @Nullable Integer limitOf(Clause clause, String name) {
        return clause.find("limits")
                .flatMap(limits -> limits.find(name))
                .map(limit -> limit.value().intValue())
                .orElse(null);
    }

    private static @Nullable String textOf(Clause clause, String name) {
        return clause.find(name).map(Clause::text).orElse(null);
    }

    static List<String> textsOf(Clause clause, String name) {
        return clause.find(name).map(Clause::texts).orElse(List.of());
    }
}
