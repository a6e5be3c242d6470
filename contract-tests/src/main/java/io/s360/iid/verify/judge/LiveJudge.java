package io.s360.iid.verify.judge;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Holds live values against what the scene has shown before, against each other, and, for what the demo has from the start,
 * against the demo. Whatever cannot be known from these, a model of the life-cycle has to know.
 */
final class LiveJudge {

    /** What changes while something lives; everything else stays as it was made. */
    private static final Set<String> CHANGING = Set.of("expiresAt", "lastExtendedAt", "count", "sequence");

    private final Contract contract;
    private final LifetimeRules lifetimes;

    LiveJudge(Contract contract) {
        this.contract = contract;
        this.lifetimes = new LifetimeRules(contract);
    }

    List<Deviation> deviations(Case tried, List<Exchange> played) {
        Decision decision = tried.decision();
        if (decision == null || decision.live().isEmpty()) {
            return List.of();
        }
        Scene scene = new Scene(contract, played, tried.operation(), decision);
        List<Deviation> found = new ArrayList<>();
        scene.seenLast().forEach(sighting -> {
            checkUnchanged(scene, sighting, found);
            checkDemo(sighting, found);
        });
        lifetimes.check(scene, found);
        new ListRules(contract).check(scene, decision, found);
        return found;
    }

    private static void checkUnchanged(Scene scene, Sighting sighting, List<Deviation> found) {
        if (!CHANGING.contains(sighting.attribute())) {
            scene.seenBefore(sighting)
                    .map(Sighting::value)
                    .filter(before -> !before.equals(sighting.value()))
                    .findFirst()
                    .ifPresent(before -> found.add(deviation(sighting, before + ", as before")));
        }
    }

    /** What the demo has from the start is known to the last letter. */
    private void checkDemo(Sighting sighting, List<Deviation> found) {
        Resource resource = contract.lifecycle().resource(sighting.resource());
        String[] path = sighting.attribute().split("/", 2);
        if (resource.attributes().contains(path[0])) {
            seed(sighting)
                    .map(seed -> seed.attributes().at("/" + sighting.attribute()))
                    .filter(known -> !known.equals(sighting.value()))
                    .ifPresent(known -> found.add(deviation(sighting, known.toString())));
        }
    }

    private Optional<Demo.Seed> seed(Sighting sighting) {
        return contract.demo().seedsOf(sighting.resource()).stream()
                .filter(seed -> seed.key().equals(sighting.key()))
                .filter(seed -> !seed.attributes().isEmpty())
                .findFirst();
    }

    static Deviation deviation(Sighting sighting, String expected) {
        return deviation(sighting.pointer(), expected, sighting.value());
    }

    static Deviation deviation(String pointer, String expected, JsonNode got) {
        return new Deviation("body " + pointer, expected, got.toString());
    }
}
