package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The living resources below one parent, or the outermost ones. Of a kind that no request can name, and that therefore
 * never ends, only the number is kept.
 */
final class Brood {

    static final String NOBODY = "";

    private final Map<String, Set<Individual>> living = new HashMap<>();
    private final Map<String, Map<String, Integer>> unnamed = new HashMap<>();
    private final Map<String, Integer> born = new HashMap<>();

    /** Takes one in; says which of its kind it is, from 1. */
    int add(Individual child) {
        String kind = child.kind().name();
        if (child.identity().key() == null) {
            addUnnamed(child.kind(), child.identity().owner(), 1);
            return born(child.kind());
        }
        living.computeIfAbsent(kind, name -> new LinkedHashSet<>()).add(child);
        return born.merge(kind, 1, Integer::sum);
    }

    /** Remembers that there have been more of a kind, which nobody can name. */
    void addUnnamed(Resource kind, @Nullable String owner, int number) {
        if (kind.key() == null) {
            unnamed.computeIfAbsent(kind.name(), name -> new LinkedHashMap<>())
                    .merge(owner == null ? NOBODY : owner, number, Integer::sum);
        }
        born.merge(kind.name(), number, Integer::sum);
    }

    /** How many of a kind there have ever been. */
    int born(Resource kind) {
        return born.getOrDefault(kind.name(), 0);
    }

    /** How many of a kind without a key each owner has; those of nobody under the empty name. */
    Map<String, Integer> unnamed(Resource kind) {
        return unnamed.getOrDefault(kind.name(), Map.of());
    }

    void remove(Individual child) {
        living.getOrDefault(child.kind().name(), Set.of()).remove(child);
    }

    /** Those with a key that have not been seen to be over. */
    List<Individual> living() {
        return living.values().stream().flatMap(Collection::stream).toList();
    }

    /** @param owner null to count those of all owners */
    int count(Resource kind, @Nullable String owner, Instant now) {
        Set<Individual> named = living.getOrDefault(kind.name(), Set.of());
        List.copyOf(named).forEach(child -> child.standingAt(now)); // those that are over leave
        long withKey = named.stream()
                .filter(child -> owner == null || owner.equals(ownerOf(child)))
                .count();
        int withoutKey = unnamed.getOrDefault(kind.name(), Map.of()).entrySet().stream()
                .filter(tally -> owner == null || owner.equals(tally.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return Math.toIntExact(withKey) + withoutKey;
    }

    private static String ownerOf(Individual child) {
        String owner = child.identity().owner();
        return owner == null ? NOBODY : owner;
    }
}
