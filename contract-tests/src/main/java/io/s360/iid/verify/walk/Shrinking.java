package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.verify.walk.Walk.Step;
import io.s360.iid.verify.walk.model.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for the shortest walk that shows the same disagreement: steps are left out, then what is there at first, then pauses
 * and calls are made simpler, until nothing more can go. Each attempt begins anew on the target, and there are not many.
 */
final class Shrinking {

    private static final int MOST_ATTEMPTS = 400;

    private final Player player;
    private final Trodden nowhere;
    private final List<Duration> known;
    private Walk shortest;
    private Disagreement shown;
    private int attempts;

    Shrinking(Contract contract, Player player, Walk walk, Disagreement disagreement) {
        this.player = player;
        this.nowhere = new Trodden(contract);
        this.known = Pauses.known(contract);
        this.shortest = walk;
        this.shown = disagreement;
        cut();
    }

    /** The shortest walk that was found, and where it goes wrong. */
    record Shrunk(Walk walk, Disagreement disagreement) {}

    Shrunk shrink() {
        boolean isShorter = true;
        while (isShorter && attempts < MOST_ATTEMPTS) {
            isShorter = candidates(shortest).anyMatch(this::holds);
        }
        return new Shrunk(shortest, shown);
    }

    private void cut() {
        shortest = shortest.withSteps(shortest.steps().subList(0, shown.at() + 1));
    }

    private boolean holds(Walk candidate) {
        if (attempts >= MOST_ATTEMPTS) {
            return false;
        }
        attempts++;
        Optional<Disagreement> found = player.play(candidate, nowhere);
        if (found.isEmpty() || !found.get().kind().equals(shown.kind())) {
            return false;
        }
        shortest = candidate;
        shown = found.get();
        cut();
        return true;
    }

    /** Simpler ones than a walk, the simplest first. */
    private Stream<Walk> candidates(Walk walk) {
        return Stream.of(fewerSteps(walk), fewerOpenings(walk), simplerPauses(walk), simplerCalls(walk))
                .flatMap(each -> each);
    }

    /** Halves, then quarters, and so on to single steps; the pauses of what is left out may have to stay. */
    private static Stream<Walk> fewerSteps(Walk walk) {
        List<Walk> found = new ArrayList<>();
        int last = walk.steps().size() - 1;
        for (int length = last; length >= 1; length /= 2) {
            for (int from = 0; from + length <= last; from += length) {
                Walk fewer = walk.without(from, from + length);
                found.add(fewer);
                Duration lost = walk.steps().subList(from, from + length).stream()
                        .map(Step::pause)
                        .reduce(Duration.ZERO, Duration::plus);
                Step next = fewer.steps().get(from);
                if (!lost.isZero()) {
                    found.add(fewer.with(from, next.after(next.pause().plus(lost))));
                }
            }
        }
        return found.stream();
    }

    private static Stream<Walk> fewerOpenings(Walk walk) {
        Stream<Walk> younger =
                walk.age().isZero() ? Stream.of() : Stream.of(new Walk(Duration.ZERO, walk.openings(), walk.steps()));
        return Stream.concat(younger, walk.openings().stream().map(walk::without));
    }

    private Stream<Walk> simplerPauses(Walk walk) {
        return IntStream.range(0, walk.steps().size()).boxed().flatMap(at -> {
            Step step = walk.steps().get(at);
            return Stream.concat(Stream.of(Duration.ZERO), known.stream())
                    .filter(pause -> isSimpler(pause, step.pause()))
                    .map(pause -> walk.with(at, step.after(pause)));
        });
    }

    private boolean isSimpler(Duration one, Duration other) {
        int known = this.known.contains(other) ? 0 : 1;
        return !other.isZero() && (known > 0 || one.compareTo(other) < 0);
    }

    private static Stream<Walk> simplerCalls(Walk walk) {
        return IntStream.range(0, walk.steps().size())
                .filter(at -> walk.steps().get(at).call() != null)
                .boxed()
                .flatMap(at -> simpler(walk.steps().get(at)).map(step -> walk.with(at, step)));
    }

    private static Stream<Step> simpler(Step step) {
        Call call = step.call();
        return call == null || call.items() == 1
                ? Stream.of()
                : Stream.of(step.with(new Call(call.number(), call.operation(), call.client(), call.subjects(), 1)));
    }
}
