package io.s360.iid.verify.coverage;

import io.s360.iid.contract.Contract;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.clause.Terms;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.judge.Judge;
import java.util.List;
import java.util.Map;

/** What cases that went well show of the clauses of a contract. */
public final class CaseCoverage {

    private final Contract contract;
    private final Judge judge;
    private final Terms terms;
    private final Coverage coverage;

    public CaseCoverage(Contract contract, Judge judge) {
        this.contract = contract;
        this.judge = judge;
        this.terms = Terms.of(contract);
        this.coverage = new Coverage(terms);
    }

    /**
     * Adds what was seen on a target.
     *
     * @param played of each case that went well, all its exchanges; the last one is the one that it is about
     */
    public void add(String target, Map<Case, List<Exchange>> played) {
        coverage.addTarget(target);
        ResponseCoverage responses = new ResponseCoverage(contract, terms, judge, coverage, target);
        DecisionCoverage decisions = new DecisionCoverage(contract, judge, coverage, target);
        played.forEach((tried, exchanges) -> {
            coverage.addSatisfied(target, tried.satisfies());
            coverage.addViolated(target, tried.violates());
            responses.add(tried, exchanges.get(exchanges.size() - 1));
            decisions.add(tried, exchanges);
        });
    }

    public Coverage coverage() {
        return coverage;
    }
}
