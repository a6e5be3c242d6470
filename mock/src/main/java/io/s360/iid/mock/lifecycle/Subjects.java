package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The resources that one call is about: those that it names and may see, what encloses them, and what it creates. */
final class Subjects {

    private final Map<String, Individual> found = new HashMap<>();
    private final Map<String, List<Individual>> created = new LinkedHashMap<>();

    Subjects(Population population, Keys keys, Call call) {
        for (Resource kind : call.operation().subjects()) {
            String key = call.keyOf(kind);
            if (key != null && isParentFound(kind, call)) {
                population
                        .find(kind, keys.canonical(kind, key), call.now())
                        .filter(one -> isVisible(one, call))
                        .ifPresent(this::take);
            }
        }
    }

    void addCreated(Individual one) {
        created.computeIfAbsent(one.kind().name(), kind -> new ArrayList<>()).add(one);
    }

    /** Those of a kind that this call has created, in the order of the request. */
    List<Individual> created(String kind) {
        return created.getOrDefault(kind, List.of());
    }

    /** The first that was created, otherwise the one that the request names, otherwise one that encloses that. */
    Optional<Individual> find(@Nullable String kind) {
        return created(String.valueOf(kind)).stream().findFirst().or(() -> Optional.ofNullable(found.get(kind)));
    }

    /**
     * The same, where a decision takes it for granted.
     *
     * @throws IllegalStateException if the decision table should not have let this call come so far
     */
    Individual get(String kind) {
        return find(kind).orElseThrow(() -> new IllegalStateException("the request leads to no " + kind));
    }

    /** A key that stands beside the key of its parent must lead to the same place. */
    private boolean isParentFound(Resource kind, Call call) {
        return !isNamed(kind.within(), call) || found.containsKey(kind.within());
    }

    private boolean isVisible(Individual one, Call call) {
        boolean isBelowNamed = !isNamed(one.kind().within(), call)
                || found.get(one.kind().within()) == one.identity().parent();
        boolean isOwn = !one.kind().ownedByClient()
                || call.clientId().equals(one.identity().owner());
        return isBelowNamed && isOwn;
    }

    private static boolean isNamed(@Nullable String kind, Call call) {
        return call.operation().subjects().stream()
                .anyMatch(subject -> subject.name().equals(kind));
    }

    private void take(Individual one) {
        for (Individual at = one; at != null; at = at.identity().parent()) {
            found.put(at.kind().name(), at);
        }
    }
}
