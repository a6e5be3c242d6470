package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.CaseBook;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.report.Cause;
import io.s360.iid.verify.report.Cell;
import io.s360.iid.verify.report.Finding;
import io.s360.iid.verify.report.Verdict;
import io.s360.iid.verify.report.VerdictText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTextTest {

    private static final Contract CONTRACT = ContractReader.readBundled();
    private static final Case CASE =
            CaseBook.of(CONTRACT, Cast.ofDemo(CONTRACT)).get(0);

    @ParameterizedTest
    @CsvSource({"7, 0, 2", "7, 3, 2", "7, 1000, 2", "46, 0, 2", "46, 1000, 2", "46, 1000, 30", "1000, 1000, 2"})
    void staysUnderTwoHundredLines(int operations, int causes, int targets) {
        List<String> lines = VerdictText.lines(verdict(operations, causes, targets));

        assertThat(lines).hasSizeLessThan(190);
        assertThat(lines).filteredOn(line -> line.startsWith("RED")).hasSizeGreaterThanOrEqualTo(Math.min(causes, 10));
        assertThat(lines.get(lines.size() - 1)).contains(causes + " findings");
        assertThat(lines).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void showsEachAnswerWhereThereIsRoom() {
        assertThat(VerdictText.lines(verdict(7, 2, 2))).anyMatch(line -> line.startsWith("Operation6 · 219 answer"));
        assertThat(VerdictText.lines(verdict(46, 0, 2)))
                .anyMatch(line -> line.startsWith("Operation45 "))
                .noneMatch(line -> line.contains("answer"));
    }

    @Test
    void letsNoAnswerSteerTheTerminal() {
        Verdict verdict = verdict(1, 0, 1);
        find(verdict, 0, "\u001b[2J\r\nRED fake\u202e\u0007");

        assertThat(VerdictText.lines(verdict))
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl))
                .anyMatch(line -> line.contains("\uFFFD[2J"))
                .noneMatch(line -> line.startsWith("RED fake"));
    }

    private static Verdict verdict(int operations, int causes, int targets) {
        List<Case.Row> rows = new ArrayList<>();
        IntStream.range(0, operations)
                .forEach(operation -> IntStream.range(0, 20)
                        .forEach(answer -> rows.add(new Case.Row("Operation" + operation, 200 + answer, "answer"))));
        Verdict verdict = new Verdict(rows);
        IntStream.range(0, targets).forEach(target -> {
            Map<Case.Row, Cell> cells = verdict.addColumn("target" + target);
            cells.values().forEach(Cell::pass);
        });
        IntStream.range(0, causes).forEach(number -> find(verdict, number, "got " + number));
        return verdict;
    }

    private static void find(Verdict verdict, int number, String got) {
        Case.Row row = verdict.rows().get(number % verdict.rows().size());
        List<Deviation> deviations = IntStream.range(0, 1 + number % 9)
                .mapToObj(at -> new Deviation("body /" + at, "x", got))
                .toList();
        verdict.cell("target0", row).add(new Finding("target0", CASE, deviations, "curl " + number));
        verdict.add(List.of(new Cause(
                "target0",
                "clause " + number,
                CASE.place(),
                CASE.provenance(),
                deviations.get(0),
                1,
                Set.of(CASE.title()),
                "curl " + number,
                false)));
    }
}
