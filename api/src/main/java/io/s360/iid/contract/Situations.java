package io.s360.iid.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every situation that an operation can meet, as far as its decisions could tell them apart. */
public final class Situations {

    private final Lifecycle lifecycle;

    public Situations(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /**
     * All of them, the simplest last.
     *
     * @param subjects the resources that the request names, outermost first
     * @param limited the resources whose limit the decisions look at
     */
    public List<Situation> of(List<Resource> subjects, Set<String> limited) {
        List<Situation> all = new ArrayList<>();
        for (Map<String, Standing> standings : standingsOf(subjects, 0, Map.of())) {
            for (Set<String> atLimit : subsetsOf(List.copyOf(limited))) {
                for (boolean granted : new boolean[] {false, true}) {
                    Situation situation = new Situation(granted, standings, atLimit);
                    if (isPossible(situation)) {
                        all.add(situation);
                    }
                }
            }
        }
        return all;
    }

    private List<Map<String, Standing>> standingsOf(List<Resource> subjects, int from, Map<String, Standing> outer) {
        if (from == subjects.size()) {
            return List.of(outer);
        }
        List<Map<String, Standing>> all = new ArrayList<>();
        Resource subject = subjects.get(from);
        for (Standing standing : standingsOf(subject)) {
            if (canStand(standing, parentStanding(subject, outer))) {
                Map<String, Standing> extended = new HashMap<>(outer);
                extended.put(subject.name(), standing);
                all.addAll(standingsOf(subjects, from + 1, extended));
            }
        }
        return all;
    }

    private static Stream<Standing> endings(Resource resource) {
        return resource.reasons().stream().map(Standing::endedBy);
    }

    private static List<Standing> standingsOf(Resource resource) {
        return Stream.concat(
                        Stream.concat(Stream.of(Standing.unknown()), endings(resource)), Stream.of(Standing.active()))
                .toList();
    }

    private static @Nullable Standing parentStanding(Resource resource, Map<String, Standing> outer) {
        return resource.within() == null ? null : outer.get(resource.within());
    }

    private static boolean canStand(Standing standing, @Nullable Standing parent) {
        if (parent == null || standing.isUnknown()) {
            return true;
        }
        return !parent.isUnknown() && (parent.isActive() || !standing.isActive());
    }

    /** A limit can only be met under a parent that can still be given something. */
    private boolean isPossible(Situation situation) {
        return situation.atLimit().stream().allMatch(name -> {
            String parent = lifecycle.resource(name).within();
            return parent == null || situation.standing(parent).isActive();
        });
    }

    private static List<Set<String>> subsetsOf(List<String> names) {
        List<Set<String>> subsets = new ArrayList<>(List.of(Set.of()));
        for (String name : names) {
            for (Set<String> smaller : List.copyOf(subsets)) {
                Set<String> larger = new HashSet<>(smaller);
                larger.add(name);
                subsets.add(larger);
            }
        }
        return subsets;
    }
}
