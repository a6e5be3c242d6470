package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All resources of one sandbox. Never more than a fixed number: the ended ones go first, children before parents and the older
 * ones of a kind before the younger. What goes takes all below it along. Of those that calls have made and that are over, only the
 * last {@value #MOST_OVER} or so are remembered, however long the contract would have it: a mock under load stays small.
 */
final class Population {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private static final int MOST_OVER = 1_000;
    private static final int BIRTHS_BETWEEN_TRIMS = 500;

    private final int capacity;
    private final Map<String, Map<String, Individual>> named = new LinkedHashMap<>();
    private final Brood outermost = new Brood();
    private final Set<Individual> born = new LinkedHashSet<>();
    private Instant nextSweep = Instant.MIN;
    private int births;

    /** @param kinds the names of all kinds, parents before their children */
    Population(int capacity, Collection<String> kinds) {
        this.capacity = capacity;
        kinds.forEach(kind -> named.put(kind, new LinkedHashMap<>()));
    }

    /** An empty one, of the same size and at the same point of its housekeeping. */
    Population successor() {
        Population next = new Population(capacity, named.keySet());
        next.nextSweep = nextSweep;
        return next;
    }

    /** The one that a key names; empty if there is none, or none any longer. */
    Optional<Individual> find(Resource kind, String key, Instant now) {
        return Optional.ofNullable(of(kind.name()).get(key)).filter(found -> !found.isForgottenAt(now));
    }

    /** All of a kind that have a key, the oldest first; also those that are forgotten and not yet swept out. */
    Collection<Individual> all(Resource kind) {
        return Collections.unmodifiableCollection(of(kind.name()).values());
    }

    /** How many have a key. */
    int size() {
        return named.values().stream().mapToInt(Map::size).sum();
    }

    /** Those below a parent. */
    Brood below(@Nullable Individual parent) {
        return parent == null ? outermost : parent.children();
    }

    Individual add(Individual.Identity identity, Life life) {
        return add(identity, life, null);
    }

    /** One that a call makes. */
    Individual bear(Individual.Identity identity, Life life) {
        Individual made = add(identity, life);
        if (identity.key() != null) {
            born.add(made);
            births++;
        }
        return made;
    }

    /** @param sequence its place among those below its parent; null for the next one */
    Individual add(Individual.Identity identity, Life life, @Nullable Integer sequence) {
        Individual added = new Individual(identity, life, below(identity.parent()), sequence);
        String key = identity.key();
        if (key != null) {
            Map<String, Individual> kin = of(identity.kind().name());
            kin.remove(key); // one that was forgotten, whose place in the order is not this one's
            kin.put(key, added);
        }
        return added;
    }

    /**
     * Forgets what is over for long enough, and more if it must.
     *
     * @throws SandboxFull if there is no room for so many more
     */
    void makeRoom(int expected, Instant now) {
        if (!now.isBefore(nextSweep)) {
            named.values().forEach(kin -> sweep(kin.values(), now));
            nextSweep = now.plus(BETWEEN_SWEEPS);
        }
        if (births >= BIRTHS_BETWEEN_TRIMS) {
            forgetMostThatAreOver(now);
            births = 0;
        }
        int tooMany = size() + expected - capacity;
        List<Map<String, Individual>> innermostFirst = new ArrayList<>(named.values());
        Collections.reverse(innermostFirst);
        for (Map<String, Individual> kin : innermostFirst) {
            tooMany -= tooMany > 0 ? letGo(kin.values().iterator(), tooMany, now) : 0;
        }
        if (size() + expected > capacity) {
            throw new SandboxFull(capacity);
        }
    }

    private void forgetMostThatAreOver(Instant now) {
        born.removeIf(one -> one.isForgottenAt(now));
        List<Individual> over =
                born.stream().filter(one -> !one.standingAt(now).isActive()).toList();
        over.stream().limit(Math.max(0, over.size() - MOST_OVER)).forEach(one -> {
            of(one.kind().name()).remove(String.valueOf(one.identity().key()), one);
            born.remove(one);
            forgetBelow(one);
        });
    }

    private static void sweep(Collection<Individual> kin, Instant now) {
        kin.removeIf(one -> {
            one.standingAt(now); // so that its parent does not hold it any longer
            return one.isForgottenAt(now);
        });
    }

    /** Lets ended ones go until there are so many fewer, or no more; says how many went. */
    private int letGo(Iterator<Individual> oldestFirst, int wanted, Instant now) {
        int before = size();
        while (before - size() < wanted && oldestFirst.hasNext()) {
            Individual one = oldestFirst.next();
            if (!one.standingAt(now).isActive()) {
                oldestFirst.remove();
                forgetBelow(one);
            }
        }
        return before - size();
    }

    /** Its ended children have gone before it. */
    private void forgetBelow(Individual parent) {
        for (Individual child : parent.children().living()) {
            of(child.kind().name()).remove(String.valueOf(child.identity().key()));
            forgetBelow(child);
        }
    }

    private Map<String, Individual> of(String kind) {
        return named.computeIfAbsent(kind, name -> new LinkedHashMap<>());
    }
}
