package io.s360.iid.verify.cases;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every case that the contract gives for a cast. None is written by hand for an operation. */
public final class CaseBook {

    private CaseBook() {}

    /** All cases in the order of the contract; the same in every run. */
    public static List<Case> of(Contract contract, Cast cast) {
        DecisionCases decisions = new DecisionCases(contract, cast);
        CheckCases checks = new CheckCases(contract, cast);
        FaultCases faults = new FaultCases(contract, cast);
        return contract.operations().stream()
                .flatMap(operation -> Stream.of(decisions.of(operation), checks.of(operation), faults.of(operation))
                        .flatMap(cases -> cases))
                .toList();
    }

    /** Every answer that a decision, a check or a fault gives, by operation: the rows of the verdict. */
    public static List<Case.Row> rows(Contract contract) {
        Set<String> common = Stream.concat(
                        contract.checks().stream().map(Check::answer),
                        Stream.of(contract.unforeseen(), contract.unavailable()))
                .map(Answer::name)
                .collect(Collectors.toSet());
        return contract.operations().stream()
                .flatMap(operation -> rowsOf(operation, common))
                .toList();
    }

    private static Stream<Case.Row> rowsOf(Operation operation, Set<String> common) {
        Set<String> given = operation.decisions().stream()
                .map(decision -> decision.answer().name())
                .collect(Collectors.toSet());
        return operation.answers().values().stream()
                .filter(answer -> common.contains(answer.name()) || given.contains(answer.name()))
                .map(answer -> new Case.Row(operation.id(), answer.status(), answer.name()));
    }
}
