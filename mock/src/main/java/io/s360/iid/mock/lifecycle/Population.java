package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All resources of one sandbox. Never more than a fixed number: the ended ones go first. */
final class Population {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final int capacity;
    private final Map<Name, Individual> named = new LinkedHashMap<>();
    private final Brood outermost = new Brood();
    private Instant nextSweep = Instant.MIN;

    private record Name(String kind, String key) {}

    Population(int capacity) {
        this.capacity = capacity;
    }

    /** The one that a key names; empty if there is none, or none any longer. */
    Optional<Individual> find(Resource kind, String key, Instant now) {
        return Optional.ofNullable(named.get(new Name(kind.name(), key))).filter(found -> !found.isForgottenAt(now));
    }

    /** Those below a parent. */
    Brood below(@Nullable Individual parent) {
        return parent == null ? outermost : parent.children();
    }

    Individual add(Individual.Identity identity, Life life) {
        Individual added = new Individual(identity, life, below(identity.parent()));
        String key = identity.key();
        if (key != null) {
            named.put(new Name(identity.kind().name(), key), added);
        }
        return added;
    }

    /**
     * Forgets what is over for long enough, and more if it must.
     *
     * @throws SandboxFull if there is no room for so many more
     */
    void makeRoom(int births, Instant now) {
        if (!now.isBefore(nextSweep)) {
            named.values().removeIf(one -> one.isForgottenAt(now));
            nextSweep = now.plus(BETWEEN_SWEEPS);
        }
        Iterator<Individual> oldestFirst = named.values().iterator();
        while (named.size() + births > capacity && oldestFirst.hasNext()) {
            if (!oldestFirst.next().standingAt(now).isActive()) {
                oldestFirst.remove();
            }
        }
        if (named.size() + births > capacity) {
            throw new SandboxFull(capacity);
        }
    }
}
