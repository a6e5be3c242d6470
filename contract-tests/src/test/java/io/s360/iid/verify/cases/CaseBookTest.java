package io.s360.iid.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.clause.Term;
import io.s360.iid.verify.clause.Terms;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;
import io.s360.iid.verify.exchange.Target;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cases come from the contract and a seed, and there are as many as the budget says. */
class CaseBookTest {

    private final Contract contract = ContractReader.readBundled();
    private final Cast cast = Cast.ofDemo(contract);

    @Test
    void givesTheSameRequestsForTheSameSeed() {
        assertThat(requests(1)).isEqualTo(requests(1));
    }

    @Test
    void givesOtherRequestsForAnotherSeed() {
        assertThat(requests(1)).isNotEqualTo(requests(2));
    }

    @Test
    void givesTheSameCasesForEverySeed() {
        assertThat(CaseBook.of(contract, cast, 1, CaseBook.BUDGET))
                .extracting(Case::title)
                .isEqualTo(CaseBook.of(contract, cast, 2, CaseBook.BUDGET).stream()
                        .map(Case::title)
                        .toList());
    }

    @Test
    void keepsTheBudget() {
        List<Case> cases = CaseBook.of(contract, cast, CaseBook.SEED, 50);

        Map<String, Long> byOperation = cases.stream()
                .collect(Collectors.groupingBy(tried -> tried.operation().id(), Collectors.counting()));
        assertThat(byOperation)
                .hasSameSizeAs(contract.operations())
                .allSatisfy((operation, count) -> assertThat(count).isEqualTo(50));
    }

    @Test
    void spendsASmallBudgetOnClausesFirst() {
        int most = contract.operations().stream()
                .mapToInt(operation -> (int) CaseBook.of(contract, cast).stream()
                        .filter(tried -> tried.operation().equals(operation))
                        .count())
                .max()
                .orElseThrow();

        List<Case> half = CaseBook.of(contract, cast, CaseBook.SEED, most / 2);

        assertThat(aims(half, Case::violates)).isEqualTo(aims(CaseBook.of(contract, cast), Case::violates));
        assertThat(aims(half, Case::satisfies)).isEqualTo(aims(CaseBook.of(contract, cast), Case::satisfies));
    }

    @Test
    void aimsAtEveryClauseOfARequestBothWays() {
        List<Case> cases = CaseBook.of(contract, cast);

        List<String> ofRequests = Terms.of(contract).all().stream()
                .filter(term -> term.side() == Term.Side.REQUEST)
                .map(Term::id)
                .toList();
        assertThat(aims(cases, Case::violates)).containsAll(ofRequests);
        assertThat(aims(cases, Case::satisfies)).containsAll(ofRequests);
    }

    @Test
    void aimsAtNothingThatTheContractDoesNotSay() {
        Terms terms = Terms.of(contract);

        assertThat(CaseBook.of(contract, cast)).allSatisfy(tried -> {
            assertThat(tried.satisfies()).allMatch(id -> terms.find(id).isPresent());
            assertThat(tried.violates()).allMatch(id -> terms.find(id).isPresent());
        });
    }

    private static Set<String> aims(List<Case> cases, Function<Case, Set<String>> way) {
        return cases.stream().flatMap(tried -> way.apply(tried).stream()).collect(Collectors.toSet());
    }

    /** Of the cases that send nothing before. */
    private List<String> requests(long seed) {
        return CaseBook.of(contract, cast, seed, CaseBook.BUDGET).stream()
                .filter(tried -> tried.decision() == null)
                .filter(tried -> !tried.clause().contains("one request too many"))
                .map(tried -> {
                    Request request = tried.play().prepare(new Stage(new Nowhere()));
                    return tried.title() + request.target() + request.headers() + request.text();
                })
                .toList();
    }

    private record Nowhere() implements Target {

        @Override
        public String name() {
            return "nowhere";
        }

        @Override
        public URI baseUri() {
            return URI.create("http://localhost:1");
        }
    }
}
