package io.s360.iid.verify.cause;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.NotArranged;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Stage;
import io.s360.iid.verify.exchange.Step;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.report.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Hears what has been seen of one target, for and against each clause, and says which clauses are broken. */
public final class Trial {

    private final Target target;
    private final Suspicion suspicion;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Supplier<List<Suspect>>> kept = new ArrayList<>();
    private final Map<String, Set<Suspect>> ends = new HashMap<>();

    public Trial(Contract contract, Target target) {
        this.target = target;
        this.suspicion = new Suspicion(contract);
    }

    /** A case came to an answer, with these deviations from what was due. */
    public void hear(Case tried, Stage stage, Exchange exchange, List<Deviation> deviations, String curl) {
        hear(new Testimony(tried, stage, curl), exchange, deviations);
    }

    /** A case did not come about. */
    public void hear(Case tried, Stage stage, NotArranged failure, String curl) {
        Testimony testimony = new Testimony(tried, stage, curl);
        if (!stepsWereTaken(testimony)) {
            return;
        }
        Deviation deviation = new Deviation("situation", tried.clause(), String.valueOf(failure.getMessage()));
        List<Step> steps = stage.steps();
        List<Suspect> suspects = failure.limited()
                .map(resource -> suspicion.ofLimit(resource, steps))
                .orElseGet(() -> steps.isEmpty()
                        ? suspicion.of(Attempt.of(tried, tried.operation().method()), Aspect.ANSWER, steps)
                        : suspicion.ofKey(steps.get(steps.size() - 1)));
        see(testimony, suspects, failure.limited().stream().flatMap(this::ends).toList(), deviation);
    }

    /** There was no answer. */
    public void hearNothing(Case tried, Stage stage, Deviation deviation, String curl) {
        Testimony testimony = new Testimony(tried, stage, curl);
        see(
                testimony,
                suspicion.of(Attempt.of(tried, tried.operation().method()), Aspect.ANSWER, stage.steps()),
                List.of(),
                deviation);
    }

    /** What one case has to say. */
    private record Testimony(Case tried, Stage stage, String curl) {}

    private void hear(Testimony testimony, Exchange exchange, List<Deviation> deviations) {
        Stage stage = testimony.stage();
        if (!stepsWereTaken(testimony)) {
            return;
        }
        Attempt attempt = Attempt.of(testimony.tried(), exchange.request().method());
        List<Step> before = stage.steps();
        Map<Aspect, Deviation> wrong = Aspects.deviating(attempt, exchange, deviations);
        wrong.forEach((aspect, deviation) -> {
            List<Suspect> inherited = aspect.equals(Aspect.ANSWER) ? ifLimited(attempt, exchange) : List.of();
            see(testimony, suspicion.of(attempt, aspect, before), inherited, deviation);
        });
        if (!wrong.containsKey(Aspect.ANSWER)) {
            Aspects.of(attempt, exchange).stream()
                    .filter(aspect -> !wrong.containsKey(aspect))
                    .forEach(aspect -> kept.add(() -> suspicion.of(attempt, aspect, before)));
        }
    }

    /** Hears the steps on the way to the situation; after one that went wrong, nothing that follows says anything. */
    private boolean stepsWereTaken(Testimony testimony) {
        noteEnds(testimony.stage());
        List<Step> steps = testimony.stage().steps();
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            Attempt attempt = Attempt.of(step);
            Supplier<List<Suspect>> suspects = suspectsOf(attempt, steps.subList(0, at));
            if (!step.isTaken()) {
                see(testimony, suspects.get(), ifLimited(attempt, step.exchange()), suspicion.deviation(step));
                return false;
            }
            kept.add(suspects);
        }
        return true;
    }

    private Supplier<List<Suspect>> suspectsOf(Attempt attempt, List<Step> before) {
        return () -> suspicion.of(attempt, Aspect.ANSWER, before);
    }

    /** A limit may have been reached because things have not come to the end they should have come to. */
    private List<Suspect> ifLimited(Attempt attempt, Exchange exchange) {
        return suspicion.limitsReached(attempt, exchange).stream()
                .flatMap(this::ends)
                .toList();
    }

    private void noteEnds(Stage stage) {
        stage.farewells()
                .forEach(end -> suspicion
                        .ofEnd(end)
                        .forEach((resource, blamed) -> ends.computeIfAbsent(resource, name -> new LinkedHashSet<>())
                                .addAll(blamed)));
    }

    private Stream<Suspect> ends(Resource resource) {
        return ends.getOrDefault(resource.name(), Set.of()).stream();
    }

    private void see(Testimony testimony, List<Suspect> own, List<Suspect> inherited, Deviation deviation) {
        int way = testimony.stage().exchanges().size();
        sightings.add(new Sighting(testimony.tried().title(), own, inherited, deviation, way, testimony.curl()));
    }

    /** The broken clauses, most important first; none if nothing went wrong: then nobody has to be spoken for. */
    public List<Cause> causes() {
        return sightings.isEmpty()
                ? List.of()
                : new Headlines(target).of(new Localisation(sightings, timesKept()).culprits());
    }

    private Map<String, Integer> timesKept() {
        Map<String, Integer> times = new HashMap<>();
        kept.forEach(suspects ->
                suspects.get().stream().map(Suspect::id).distinct().forEach(id -> times.merge(id, 1, Integer::sum)));
        return times;
    }
}
