package io.s360.iid.verify.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the fewest clauses that explain everything that went wrong. A clause explains the sightings that suspect it; each
 * time that it was kept speaks for it.
 */
final class Localisation {

    /** A clause that was broken nine times of ten has a third of the weight of one that was never kept. */
    private static final int SEVERITY = 10;

    private final Map<String, Integer> kept;
    private final Map<String, Suspect> suspects = new LinkedHashMap<>();
    private final Map<String, Set<Sighting>> seen = new LinkedHashMap<>();

    /** @param kept how often each clause was seen to be kept, by its id */
    Localisation(List<Sighting> sightings, Map<String, Integer> kept) {
        this.kept = Map.copyOf(kept);
        for (Sighting sighting : sightings) {
            for (Suspect suspect : sighting.suspects()) {
                suspects.putIfAbsent(suspect.id(), suspect);
                seen.computeIfAbsent(suspect.id(), id -> new LinkedHashSet<>()).add(sighting);
            }
        }
    }

    /** The broken clauses with what they explain, most important first; each sighting is explained by the first that can. */
    Map<Suspect, List<Sighting>> culprits() {
        Map<Suspect, List<Sighting>> culprits = new LinkedHashMap<>();
        Map<String, Set<Sighting>> open = new HashMap<>();
        seen.forEach((id, sightings) -> open.put(id, new LinkedHashSet<>(sightings)));
        while (!open.isEmpty()) {
            Suspect next = suspects.values().stream()
                    .filter(suspect -> open.containsKey(suspect.id()))
                    .min(order(open))
                    .orElseThrow();
            List<Sighting> explained = new ArrayList<>(open.getOrDefault(next.id(), Set.of()));
            culprits.put(next, explained);
            open.values().forEach(sightings -> sightings.removeAll(explained));
            open.values().removeIf(Set::isEmpty);
        }
        return withoutNeedless(culprits);
    }

    /** Who explains most comes first; to have been kept now and then counts heavily against it. */
    private Comparator<Suspect> order(Map<String, Set<Sighting>> open) {
        Comparator<Suspect> byWeight =
                Comparator.comparingDouble(suspect -> -weight(suspect.id(), open.getOrDefault(suspect.id(), Set.of())));
        return byWeight.thenComparing(Suspect::rank).thenComparing(Suspect::id);
    }

    private double weight(String id, Set<Sighting> explained) {
        double all = seen.getOrDefault(id, Set.of()).size();
        double purity = all / (all + kept.getOrDefault(id, 0));
        return explained.size() * Math.pow(purity, SEVERITY);
    }

    /** What came first may turn out to be explained by those that came later. */
    private Map<Suspect, List<Sighting>> withoutNeedless(Map<Suspect, List<Sighting>> culprits) {
        Map<Suspect, List<Sighting>> needed = new LinkedHashMap<>(culprits);
        for (Suspect suspect : culprits.keySet()) {
            List<Suspect> others = needed.keySet().stream()
                    .filter(other -> !other.equals(suspect))
                    .toList();
            Map<Sighting, Suspect> elsewhere = new LinkedHashMap<>();
            needed.getOrDefault(suspect, List.of())
                    .forEach(sighting -> others.stream()
                            .filter(other ->
                                    seen.getOrDefault(other.id(), Set.of()).contains(sighting))
                            .findFirst()
                            .ifPresent(other -> elsewhere.put(sighting, other)));
            if (elsewhere.size() == needed.getOrDefault(suspect, List.of()).size()) {
                needed.remove(suspect);
                elsewhere.forEach((sighting, other) ->
                        needed.computeIfPresent(other, (same, explained) -> plus(explained, sighting)));
            }
        }
        return needed;
    }

    private static List<Sighting> plus(List<Sighting> sightings, Sighting another) {
        List<Sighting> more = new ArrayList<>(sightings);
        more.add(another);
        return more;
    }
}
