package io.s360.iid.verify.cases;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.clause.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every case that the contract gives for a cast. None is written by hand for an operation. */
public final class CaseBook {

    private CaseBook() {}

    /** The seed unless another one is wished. */
    public static final long SEED = 360;

    /** So many cases of an operation at most, unless another number is wished: more than the widest one here needs. */
    public static final int BUDGET = 400;

    /** All cases in the order of the contract; the same in every run. */
    public static List<Case> of(Contract contract, Cast cast) {
        return of(contract, cast, SEED, BUDGET);
    }

    /**
     * As many cases as a budget allows, in the order of the contract; first of all those that see whether ends are ends, for where
     * they are not, all that follows stumbles over what was left behind.
     *
     * @param seed of whatever is left to chance: the same one gives the same cases
     * @param budget the most cases of an operation; clauses for which nothing is left are not reached
     */
    public static List<Case> of(Contract contract, Cast cast, long seed, int budget) {
        Draws draws = new Draws(seed);
        Terms terms = Terms.of(contract);
        DecisionCases decisions = new DecisionCases(contract, cast, draws);
        CheckCases checks = new CheckCases(contract, cast, terms, draws);
        GrantedCases granted = new GrantedCases(contract, cast, terms, draws);
        EffectCases effects = new EffectCases(contract, cast, draws);
        FaultCases faults = new FaultCases(contract, cast, draws);
        List<Case> all = contract.operations().stream()
                .flatMap(operation -> Stream.of(
                                decisions.of(operation),
                                effects.of(operation),
                                checks.of(operation),
                                granted.of(operation),
                                faults.of(operation))
                        .flatMap(cases -> cases))
                .map(tried -> drawing(draws, tried))
                .toList();
        Set<String> first = contract.operations().stream()
                .filter(CaseBook::ends)
                .flatMap(effects::of)
                .map(Case::title)
                .collect(Collectors.toSet());
        return contract.operations().stream()
                .map(operation -> all.stream()
                        .filter(tried -> tried.operation().id().equals(operation.id()))
                        .toList())
                .flatMap(cases -> Budget.spend(cases, budget).stream())
                .sorted(Comparator.comparing(tried -> !first.contains(tried.title())))
                .toList();
    }

    private static boolean ends(Operation operation) {
        return operation.decisions().stream()
                .flatMap(decision -> decision.then().stream())
                .anyMatch(Effect.End.class::isInstance);
    }

    /** What a case draws does not hang on what was played before it. */
    private static Case drawing(Draws draws, Case tried) {
        String title = tried.title();
        return tried.with(stage -> {
            draws.begin(title);
            return tried.play().prepare(stage);
        });
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
