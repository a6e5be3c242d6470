package io.s360.iid.contract.reading;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Situations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a decision table decides everything, and whether each of its rows and answers can ever be given. */
final class DecisionTableCheck {

    private final Findings findings;
    private final Lifecycle lifecycle;
    private final Situations situations;

    DecisionTableCheck(Findings findings, Lifecycle lifecycle) {
        this.findings = findings;
        this.lifecycle = lifecycle;
        this.situations = new Situations(lifecycle);
    }

    /** @param commonAnswers the names of the answers that checks and faults give */
    void check(Operation operation, Collection<String> commonAnswers) {
        Set<String> subjects =
                operation.subjects().stream().map(subject -> subject.name()).collect(Collectors.toSet());
        for (Decision decision : operation.decisions()) {
            String resource = decision.given().resource();
            if (resource != null && !(decision.given() instanceof Given.AtLimit) && !subjects.contains(resource)) {
                findings.add(decision.place(), operation.id(), decision + " speaks of what the request does not name");
            }
            untouchable(decision, subjects)
                    .forEach(name -> findings.add(
                            decision.place(),
                            operation.id(),
                            decision + " changes or shows " + name
                                    + ", which the request does not name or nobody has"));
        }
        checkRows(operation, situations.of(operation.subjects(), limitsIn(operation)));
        checkStatuses(operation, commonAnswers);
    }

    /** The resources that a row changes or shows, though at that row there is none in hand. */
    private Set<String> untouchable(Decision decision, Set<String> subjects) {
        Set<String> inHand = new HashSet<>(subjects);
        if (decision.given() instanceof Given.Unknown unknown) {
            inHand.remove(unknown.resource());
        }
        Set<String> missing = new TreeSet<>();
        for (Effect effect : decision.then()) {
            String within = lifecycle.resource(effect.resource()).within();
            boolean creates = effect instanceof Effect.Create;
            String needed = creates ? within : effect.resource();
            if (needed != null && !inHand.contains(needed)) {
                missing.add(needed);
            }
            if (creates) {
                inHand.add(effect.resource());
            }
        }
        decision.live().values().stream()
                .map(Decision.LiveValue::resource)
                .filter(name -> !inHand.contains(name))
                .forEach(missing::add);
        return missing;
    }

    private static Set<String> limitsIn(Operation operation) {
        return operation.decisions().stream()
                .map(Decision::given)
                .filter(Given.AtLimit.class::isInstance)
                .map(given -> ((Given.AtLimit) given).resource())
                .collect(Collectors.toSet());
    }

    private void checkRows(Operation operation, List<Situation> all) {
        List<Decision> unreached = new ArrayList<>(operation.decisions());
        for (Situation situation : all) {
            Optional<Decision> decision = operation.find(situation);
            if (decision.isEmpty()) {
                findings.add(operation.place(), operation.id(), "no row of the decisions covers: " + situation);
                return;
            }
            unreached.remove(decision.get());
        }
        for (Decision decision : unreached) {
            findings.add(decision.place(), operation.id(), decision + " can never be reached: rows above it decide");
        }
    }

    /** A status that is declared but can never come is a promise that nobody keeps. */
    private void checkStatuses(Operation operation, Collection<String> commonAnswers) {
        Set<String> given = new HashSet<>(commonAnswers);
        operation.decisions().forEach(decision -> given.add(decision.answer().name()));
        Set<Integer> reached = operation.answers().values().stream()
                .filter(answer -> given.contains(answer.name()))
                .map(Answer::status)
                .collect(Collectors.toSet());
        operation.answers().values().stream()
                .filter(answer -> !reached.contains(answer.status()))
                .forEach(answer -> findings.add(
                        answer.place(),
                        operation.id(),
                        "the status of the answer " + answer + " is given by no decision, no check and no fault"));
    }

    /** Every operation must declare the answers that checks and faults give. */
    void checkCommonAnswers(Operation operation, Collection<String> commonAnswers) {
        commonAnswers.stream()
                .filter(name -> !operation.answers().containsKey(name))
                .forEach(name -> findings.add(
                        operation.place(),
                        operation.id(),
                        "declares no answer " + name + ", which a check or fault gives"));
    }
}
