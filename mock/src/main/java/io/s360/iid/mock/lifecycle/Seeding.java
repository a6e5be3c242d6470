package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Resource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts the demo data of the contract into a population. */
record Seeding(Contract contract, Keys keys, Population population) {

    /** How long before the start an ended seed was made. */
    static final Duration AGO = Duration.ofHours(2);

    void sowAt(Instant now) {
        for (Resource kind : contract.lifecycle().resources().values()) {
            for (Demo.Seed seed : contract.demo().seedsOf(kind.name())) {
                sow(kind, seed, now);
            }
        }
    }

    private void sow(Resource kind, Demo.Seed seed, Instant now) {
        String key = keys.canonical(kind, seed.key());
        Individual.Identity identity =
                new Individual.Identity(kind, key, key, parentOf(kind, seed, now), seed.owner(), seed.attributes());
        population.add(identity, lifeOf(seed, now));
    }

    private Life lifeOf(Demo.Seed seed, Instant now) {
        String reason = seed.standing().reason();
        Instant until = now.plus(contract.demo().lasts());
        return reason == null
                ? Life.lasting(now, until)
                : Life.lasting(now.minus(AGO), until).endedBy(reason, now);
    }

    private @Nullable Individual parentOf(Resource kind, Demo.Seed seed, Instant now) {
        String parent = seed.parentKey();
        return kind.within() == null || parent == null
                ? null
                : findParent(contract.lifecycle().resource(kind.within()), parent, now);
    }

    private Individual findParent(Resource kind, String key, Instant now) {
        return population
                .find(kind, keys.canonical(kind, key), now)
                .orElseThrow(
                        () -> new IllegalStateException("a seed is within " + kind.name() + ", which is not seeded"));
    }
}
