package io.s360.iid.verify.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.UnreadableSource;
import io.s360.iid.verify.clause.Term;
import io.s360.iid.verify.clause.Terms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gate lets nothing pass that is not covered both ways on every target, and no gap that is not one. */
class GateTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Terms TERMS = Terms.of(ContractReader.readBundled());
    private static final List<String> IDS = TERMS.all().stream().map(Term::id).toList();
    private static final String ONE = IDS.get(0);

    private final Coverage coverage = new Coverage(TERMS);

    @BeforeEach
    void coverEverything() {
        for (String target : List.of("mock", "server")) {
            coverage.addSatisfied(target, IDS);
            coverage.addViolated(target, IDS);
        }
    }

    @Test
    void isOpenIfEverythingIsCovered() {
        assertThat(problems(List.of())).isEmpty();
        assertThat(coverage.lines()).hasSize(2).allMatch(line -> line.endsWith(" 0 not reached"));
    }

    @Test
    void namesWhatWasNeverViolatedOnOneTarget() {
        Coverage partly = new Coverage(TERMS);
        partly.addSatisfied("mock", IDS);
        partly.addViolated("mock", IDS);
        partly.addSatisfied("server", IDS);
        partly.addViolated("server", IDS.subList(1, IDS.size()));

        assertThat(new Gate(partly.rows(), List.of()).problems(TODAY))
                .singleElement()
                .asString()
                .startsWith(ONE + " (s360-iid.yaml:")
                .endsWith("never violated on server");
    }

    @Test
    void namesWhatNobodyReached() {
        Coverage nothing = new Coverage(TERMS);
        nothing.addTarget("mock");

        assertThat(new Gate(nothing.rows(), List.of()).problems(TODAY))
                .hasSameSizeAs(IDS)
                .allMatch(problem -> problem.endsWith("not reached on mock"));
    }

    @Test
    void isClosedIfNoTargetWasTried() {
        assertThat(new Gate(new Coverage(TERMS).rows(), List.of()).problems(TODAY))
                .hasSameSizeAs(IDS);
    }

    @Test
    void letsAKnownGapPass() {
        Coverage nothing = new Coverage(TERMS);
        nothing.addTarget("mock");

        assertThat(new Gate(nothing.rows(), List.of(gap("*", TODAY))).problems(TODAY))
                .isEmpty();
    }

    @Test
    void failsOnAGapThatIsCoveredByNow() {
        assertThat(problems(List.of(gap(ONE, TODAY))))
                .singleElement()
                .asString()
                .contains("known-gaps.yaml:7", ONE + " is covered by now");
    }

    @Test
    void failsOnAGapPastItsDate() {
        Coverage nothing = new Coverage(TERMS);
        nothing.addTarget("mock");

        assertThat(new Gate(nothing.rows(), List.of(gap("*", TODAY.minusDays(1)))).problems(TODAY))
                .singleElement()
                .asString()
                .contains("was put up with until 2026-11-22");
    }

    @Test
    void failsOnAGapOfAClauseThatDoesNotExist() {
        assertThat(problems(List.of(gap("Nothing/request/body#type", TODAY))))
                .singleElement()
                .asString()
                .contains("the contract has no such clause");
    }

    @Test
    void refusesAGapWithoutAReason() {
        assertThatThrownBy(() -> KnownGaps.read(
                        name -> "gaps:\n  - {clause: x, since: '2026-11-23', until: '2026-12-31'}", "gaps.yaml"))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("reason");
    }

    private List<String> problems(List<KnownGap> gaps) {
        return new Gate(coverage.rows(), gaps).problems(TODAY);
    }

    private static KnownGap gap(String clause, LocalDate until) {
        return new KnownGap(clause, "a reason", TODAY.minusDays(30), until, new Place("known-gaps.yaml", 7));
    }
}
