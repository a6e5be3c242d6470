package io.s360.iid.verify.judge;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the times of one thing go together, whatever time it is. */
final class LifetimeRules {

    private static final String CREATED = "createdAt";
    private static final String EXPIRES = "expiresAt";
    private static final String MOST = "maxExpiresAt";
    private static final String EXTENDED = "lastExtendedAt";

    private final Contract contract;

    LifetimeRules(Contract contract) {
        this.contract = contract;
    }

    void check(Scene scene, List<Deviation> found) {
        scene.seenLast().forEach(sighting -> {
            switch (sighting.attribute()) {
                case EXPIRES -> checkExpiry(scene, sighting, found);
                case MOST -> checkMost(scene, sighting, found);
                case EXTENDED -> checkExtension(scene, sighting, found);
                default -> {}
            }
        });
    }

    /** Never backwards, never past the end, unchanged unless extended, and then by the idle time exactly. */
    private void checkExpiry(Scene scene, Sighting expiry, List<Deviation> found) {
        Instant expires = instant(expiry.value()).orElse(null);
        if (expires == null) {
            return;
        }
        Optional<Instant> most = known(scene, expiry, MOST);
        if (most.filter(expires::isAfter).isPresent()) {
            found.add(LiveJudge.deviation(expiry, "not after " + most.get()));
        }
        scene.seenBefore(expiry)
                .forEach(before -> instant(before.value()).ifPresent(earlier -> {
                    boolean extended = scene.wasExtendedAfter(before.at(), expiry.resource(), expiry.key());
                    if (expires.isBefore(earlier) || (!extended && !expires.equals(earlier))) {
                        found.add(LiveJudge.deviation(expiry, (extended ? "not before " : "still ") + earlier));
                    }
                }));
        known(scene, expiry, CREATED).ifPresent(created -> checkIdle(scene, expiry, expires, created, found));
    }

    private void checkIdle(Scene scene, Sighting expiry, Instant expires, Instant created, List<Deviation> found) {
        Resource.Lifetime lifetime =
                contract.lifecycle().resource(expiry.resource()).expires();
        boolean isEnd = known(scene, expiry, MOST).filter(expires::equals).isPresent();
        if (lifetime == null || isEnd) {
            return;
        }
        boolean isShown = scene.seenLast().anyMatch(seen -> seen.attribute().equals(EXTENDED));
        Optional<Instant> extended = isShown ? known(scene, expiry, EXTENDED) : Optional.empty();
        boolean isExact = isShown || !scene.wasExtendedAfter(-1, expiry.resource(), expiry.key());
        Instant expected = extended.orElse(created).plus(lifetime.idle());
        if (isExact ? !expires.equals(expected) : expires.isBefore(expected)) {
            found.add(LiveJudge.deviation(expiry, (isExact ? "" : "not before ") + expected));
        }
    }

    /** So long after its creation, unless what encloses it ends before; what the demo has from the start lasts as the demo. */
    private void checkMost(Scene scene, Sighting most, List<Deviation> found) {
        Resource resource = contract.lifecycle().resource(most.resource());
        Instant created = known(scene, most, CREATED).orElse(null);
        Instant end = instant(most.value()).orElse(null);
        if (created == null || end == null || resource.expires() == null || isOfDemo(resource.name(), most.key())) {
            return;
        }
        Instant latest = created.plus(resource.expires().atMost());
        boolean isExact =
                lastsLonger(resource.within(), scene, resource.expires().atMost());
        if (isExact ? !end.equals(latest) : end.isAfter(latest)) {
            found.add(LiveJudge.deviation(most, (isExact ? "" : "not after ") + latest));
        }
    }

    private boolean lastsLonger(@Nullable String parent, Scene scene, Duration atMost) {
        String key = parent == null ? null : scene.lastKey(parent);
        return key != null && isOfDemo(parent, key) && contract.demo().lasts().compareTo(atMost) > 0;
    }

    private boolean isOfDemo(@Nullable String resource, String key) {
        return resource != null
                && contract.demo().seedsOf(resource).stream()
                        .anyMatch(seed ->
                                seed.key().equals(key) && seed.standing().isActive());
    }

    /** Null until it has been extended, and a time after its creation from then on. */
    private static void checkExtension(Scene scene, Sighting extension, List<Deviation> found) {
        int made = scene.madeAt(extension.resource(), extension.key());
        if (made < 0) {
            return;
        }
        boolean extended = scene.wasExtendedAfter(made, extension.resource(), extension.key());
        if (extended == extension.value().isNull()) {
            found.add(LiveJudge.deviation(extension, extended ? "the time of the last extension" : "null"));
        }
        Optional<Instant> created = known(scene, extension, CREATED);
        Optional<Instant> time = instant(extension.value());
        if (time.isPresent() && created.filter(time.get()::isBefore).isPresent()) {
            found.add(LiveJudge.deviation(extension, "not before " + created.get()));
        }
    }

    private static Optional<Instant> known(Scene scene, Sighting sighting, String attribute) {
        return scene.latest(sighting.resource(), sighting.key(), attribute).flatMap(LifetimeRules::instant);
    }

    private static Optional<Instant> instant(JsonNode value) {
        try {
            return Optional.of(Instant.parse(value.asString("")));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
