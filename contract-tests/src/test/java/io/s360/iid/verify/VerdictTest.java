package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.coverage.Coverage;
import io.s360.iid.verify.coverage.Gate;
import io.s360.iid.verify.coverage.KnownGaps;
import io.s360.iid.verify.exchange.AdjustableClock;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.report.Cell;
import io.s360.iid.verify.report.Finding;
import io.s360.iid.verify.report.VerdictText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The verdict on examples, mock and server, of which nothing may be red and nothing may be left out. */
class VerdictTest {

    private static Verification verification;

    @BeforeAll
    static void judgeEverything() {
        Contract contract = ContractReader.readBundled();
        verification = new Verification(contract, VerifyMain.BUNDLED_DOCUMENT, Cast.ofDemo(contract), Map.of());
        verification.judgeExamples();
        try (HouseTargets house = HouseTargets.start(contract, new AdjustableClock())) {
            verification.judge(house.mock());
            verification.judge(house.server());
        }
        VerdictText.lines(verification.verdict()).forEach(System.out::println);
    }

    @TestFactory
    Stream<DynamicTest> everyCellIsFilledAndNoneIsRed() {
        return verification.verdict().columns().stream()
                .flatMap(column -> verification.verdict().rows().stream()
                        .map(row -> DynamicTest.dynamicTest(column + " · " + row, () -> {
                            Cell cell = verification.verdict().cell(column, row);

                            assertThat(cell.findings()).as(column + " · " + row).isEmpty();
                            assertThat(cell.passed()).as(column + " · " + row).isPositive();
                        })));
    }

    @TestFactory
    Stream<DynamicTest> mockAndServerGiveTheSameAnswer() {
        Map<Case, Exchange> mock = verification.exchanges("mock");
        Map<Case, Exchange> server = verification.exchanges("server");
        return verification.cases().stream()
                .map(tried -> DynamicTest.dynamicTest(
                        tried.title(),
                        () -> assertThat(likeness(server, tried))
                                .as(tried.title())
                                .isEqualTo(likeness(mock, tried))));
    }

    private static String likeness(Map<Case, Exchange> exchanges, Case tried) {
        return Likeness.of(Objects.requireNonNull(exchanges.get(tried), "the case was not played")
                .response());
    }

    @Test
    void everyDecisionRowHasACase() {
        Map<String, List<Case>> byRow = verification.cases().stream()
                .filter(tried -> tried.decision() != null)
                .collect(Collectors.groupingBy(tried -> tried.operation().id() + " " + tried.decision()));

        assertThat(ContractReader.readBundled().operations())
                .allSatisfy(operation -> assertThat(operation.decisions())
                        .allSatisfy(decision -> assertThat(byRow).containsKey(operation.id() + " " + decision)));
    }

    @Test
    void caseTitlesAreUnique() {
        assertThat(verification.cases()).extracting(Case::title).doesNotHaveDuplicates();
    }

    @Test
    void everyClauseIsCoveredBothWaysOrAKnownGap() {
        Coverage coverage = verification.coverage();
        Gate gate = new Gate(coverage.rows(), KnownGaps.bundled());

        coverage.lines().forEach(System.out::println);
        System.out.println(gate.summary());

        assertThat(gate.problems(LocalDate.now(ZoneOffset.UTC))).isEmpty();
    }

    @Test
    void hasNoFinding() {
        assertThat(verification.verdict().findings()).extracting(Finding::curl).isEmpty();
    }
}
