package io.s360.iid.verify.paper;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.report.Cause;
import io.s360.iid.verify.report.Cell;
import io.s360.iid.verify.report.Secrets;
import io.s360.iid.verify.report.Verdict;
import io.s360.iid.verify.walk.WalkFinding;
import io.s360.iid.verify.walk.WalkReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a report of a verdict. */
public final class Editor {

    /** What a target answered is shown so far. */
    private static final int LONGEST = 400;

    /** What cannot be seen, but turns or hides what stands beside it. */
    private static final Pattern WRITTEN_ODDLY = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

    private final Contract contract;
    private final Verdict verdict;
    private final Map<String, String> addresses;
    private final Secrets secrets;

    /** @param addresses of the live targets by their names; others are the kit's own */
    public Editor(Contract contract, Verdict verdict, Map<String, String> addresses, Secrets secrets) {
        this.contract = contract;
        this.verdict = verdict;
        this.addresses = Map.copyOf(addresses);
        this.secrets = secrets;
    }

    /**
     * The report, without secrets.
     *
     * @param clauses how well each was tried; none if nobody looked
     * @param walked one for each target; none if nobody walked
     */
    public Report report(Circumstances run, List<Report.Coverage> clauses, List<WalkReport> walked) {
        return new Report(
                run,
                verdict.columns().stream().map(this::column).toList(),
                chapters(),
                headlines(),
                new Cycles(contract, verdict, walked).all(),
                clauses,
                walked.stream()
                        .flatMap(report -> report.findings().stream())
                        .map(this::walk)
                        .toList());
    }

    private Report.Walk walk(WalkFinding found) {
        String difference = found.operation() + " · " + found.clause() + " · " + found.deviations();
        return new Report.Walk(
                secrets.hide(found.target()),
                found.place().toString(),
                found.steps().stream().map(this::shown).toList(),
                shown(difference),
                secrets.hide(String.join("\n", found.script())));
    }

    private Report.Column column(String name) {
        List<Cell> cells =
                verdict.rows().stream().map(row -> verdict.cell(name, row)).toList();
        int kept = cells.stream().mapToInt(Cell::passed).sum();
        int broken = cells.stream().mapToInt(cell -> cell.findings().size()).sum();
        int notReached =
                cells.stream().mapToInt(cell -> cell.notReached().size()).sum();
        return new Report.Column(secrets.hide(name), kind(name), address(name), kept + broken, kept, notReached);
    }

    private Report.Kind kind(String name) {
        if (name.equals(Verdict.EXAMPLES)) {
            return Report.Kind.EXAMPLES;
        }
        return addresses.containsKey(name) ? Report.Kind.LIVE : Report.Kind.HOUSE;
    }

    private @Nullable String address(String name) {
        String address = addresses.get(name);
        return address == null ? null : secrets.hide(address);
    }

    private List<Report.Chapter> chapters() {
        Map<String, List<Case.Row>> byOperation = verdict.rows().stream()
                .collect(Collectors.groupingBy(Case.Row::operation, LinkedHashMap::new, Collectors.toList()));
        List<Report.Chapter> chapters = new ArrayList<>();
        byOperation.forEach((id, rows) -> {
            Operation operation = contract.operation(id);
            chapters.add(new Report.Chapter(
                    id,
                    operation.method(),
                    operation.path(),
                    operation.summary(),
                    rows.stream().map(row -> row(operation, row)).toList()));
        });
        return chapters;
    }

    private Report.Row row(Operation operation, Case.Row row) {
        Answer answer = operation.answer(row.answer());
        return new Report.Row(
                row.status(),
                row.answer(),
                answer.place().toString(),
                answer.provenance(),
                verdict.columns().stream()
                        .map(column -> square(verdict.cell(column, row)))
                        .toList());
    }

    private static Report.Square square(Cell cell) {
        String why = cell.notReached().stream().distinct().collect(Collectors.joining("; "));
        return new Report.Square(
                cell.passed(), cell.findings().size(), cell.notReached().size(), why);
    }

    private List<Report.Headline> headlines() {
        return verdict.causes().stream()
                .map(this::headline)
                .sorted(Comparator.comparing(Report.Headline::isQuestion))
                .toList();
    }

    private Report.Headline headline(Cause cause) {
        Deviation shown = cause.shown();
        return new Report.Headline(
                secrets.hide(cause.target()),
                shown(cause.clause()),
                cause.place().toString(),
                cause.provenance(),
                new Report.Difference(shown(shown.aspect()), shown(shown.expected()), shown(shown.got())),
                cause.times(),
                rowsOf(cause),
                secrets.hide(cause.curl()),
                cause.question());
    }

    /** Where it was seen, in the order of the contract. */
    private List<String> rowsOf(Cause cause) {
        return verdict.rows().stream()
                .filter(row -> verdict.cell(cause.target(), row).findings().stream()
                        .anyMatch(finding ->
                                cause.cases().contains(finding.tried().title())))
                .map(Case.Row::toString)
                .toList();
    }

    private String shown(String text) {
        String hidden = WRITTEN_ODDLY.matcher(secrets.hide(text)).replaceAll("\uFFFD");
        return hidden.length() <= LONGEST ? hidden : hidden.substring(0, LONGEST) + "…";
    }
}
