package io.s360.iid.verify.coverage;

import io.s360.iid.contract.Contract;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.clause.Reach;
import io.s360.iid.verify.clause.Term;
import io.s360.iid.verify.clause.TermIds;
import io.s360.iid.verify.clause.Terms;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Response;
import io.s360.iid.verify.judge.Judge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the answers of one target show of the response side: an answer that was judged good satisfies what applies to it;
 * and the judge must notice when the same answer is made to break it.
 */
final class ResponseCoverage {

    /** So often it is tried to break a term: not every answer can be made to break all that applies to it. */
    private static final int ATTEMPTS = 5;

    private final Terms terms;
    private final Judge judge;
    private final Mutants mutants;
    private final Coverage coverage;
    private final String target;
    private final Set<String> noticed = new HashSet<>();
    private final Map<String, Integer> attempts = new HashMap<>();

    ResponseCoverage(Contract contract, Terms terms, Judge judge, Coverage coverage, String target) {
        this.terms = terms;
        this.judge = judge;
        this.mutants = new Mutants(contract);
        this.coverage = coverage;
        this.target = target;
    }

    /** An answer that was judged, and good. */
    void add(Case tried, Exchange exchange) {
        Response response = exchange.response();
        List<Term> applying = terms.of(tried.operation().id(), Term.Side.RESPONSE).stream()
                .filter(term -> term.status() == response.status())
                .filter(term -> applies(term, tried, response))
                .toList();
        coverage.addSatisfied(target, applying.stream().map(Term::id).toList());
        List<Term> open = applying.stream()
                .filter(term -> !noticed.contains(term.id()))
                .filter(term -> attempts.merge(term.id(), 1, Integer::sum) <= ATTEMPTS)
                .toList();
        if (!open.isEmpty()) {
            breakThem(tried, exchange, open);
        }
    }

    private static boolean applies(Term term, Case tried, Response response) {
        if (term.part().equals(Term.BODY)) {
            JsonNode body = response.json();
            return body != null && Reach.applies(term, body);
        }
        if (term.part().equals("answer")) {
            return term.id().equals(TermIds.ofAnswer(tried.operation(), tried.expected()));
        }
        return !term.part().startsWith("header ")
                || !response.header(term.part().substring("header ".length())).isEmpty();
    }

    private void breakThem(Case tried, Exchange exchange, List<Term> open) {
        if (exchange.request().method().equals("HEAD")) {
            return;
        }
        Set<String> ids = open.stream().map(Term::id).collect(Collectors.toSet());
        Map<String, List<Response>> broken = mutants.of(tried, exchange.response(), open);
        broken.forEach((id, responses) -> {
            boolean isNoticed = !responses.isEmpty()
                    && responses.stream()
                            .noneMatch(response -> judge.deviations(tried, new Exchange(exchange.request(), response))
                                    .isEmpty());
            if (ids.contains(id) && isNoticed && noticed.add(id)) {
                coverage.addViolated(target, List.of(id));
            }
        });
    }
}
