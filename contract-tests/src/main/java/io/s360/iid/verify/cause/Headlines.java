package io.s360.iid.verify.cause;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.report.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes headlines of culprits: what is always wrong at once, or is wrong about the same line, is one cause. */
final class Headlines {

    private static final int MOST_WORDS = 3;

    private final Target target;

    Headlines(Target target) {
        this.target = target;
    }

    /** @param culprits with what each of them explains */
    List<Cause> of(Map<Suspect, List<Sighting>> culprits) {
        Map<Object, List<Suspect>> together = new LinkedHashMap<>();
        culprits.forEach((suspect, explained) -> together.computeIfAbsent(
                        suspect.isNarrow() ? suspect.place() : titles(explained), same -> new ArrayList<>())
                .add(suspect));
        return together.values().stream()
                .map(same -> toCause(
                        same,
                        same.stream()
                                .flatMap(suspect -> culprits.getOrDefault(suspect, List.of()).stream())
                                .toList()))
                .toList();
    }

    private static Set<String> titles(List<Sighting> explained) {
        return explained.stream().map(Sighting::title).collect(Collectors.toSet());
    }

    /** @param together what is always wrong at once, or is wrong about the same line */
    private Cause toCause(List<Suspect> together, List<Sighting> explained) {
        Suspect suspect = together.get(0);
        Sighting smallest = explained.stream()
                .min(Comparator.comparing((Sighting sighting) -> Collections.disjoint(sighting.own(), together))
                        .thenComparing(Sighting::way)
                        .thenComparing(sighting -> sighting.curl().length()))
                .orElseThrow();
        return new Cause(
                target.name(),
                together.stream().limit(MOST_WORDS).map(Suspect::words).collect(Collectors.joining("; ")),
                placeOf(smallest.deviation(), suspect),
                suspect.provenance(),
                smallest.deviation(),
                titles(explained).size(),
                titles(explained),
                smallest.curl(),
                suspect.provenance() == Provenance.ASSUMED && !target.isOwn());
    }

    /** The rule that is broken, if a judge has named it. */
    private static Place placeOf(Deviation deviation, Suspect suspect) {
        return deviation.place() == null ? suspect.place() : deviation.place();
    }
}
