package io.s360.iid.verify.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether every clause was met both ways on every target, or is a gap that is known, still there, and not too old. */
public final class Gate {

    private final List<Coverage.Row> rows;
    private final List<KnownGap> gaps;

    public Gate(List<Coverage.Row> rows, List<KnownGap> gaps) {
        this.rows = List.copyOf(rows);
        this.gaps = List.copyOf(gaps);
    }

    /** What is wrong with the coverage, or with the list of gaps; nothing if the gate is open. */
    public List<String> problems(LocalDate today) {
        List<String> problems = new ArrayList<>();
        rows.stream()
                .filter(row -> !row.isCovered())
                .filter(row ->
                        gaps.stream().noneMatch(gap -> gap.speaksOf(row.term().id())))
                .map(Gate::uncovered)
                .forEach(problems::add);
        gaps.forEach(gap -> check(gap, today, problems));
        return problems;
    }

    private static String uncovered(Coverage.Row row) {
        Map<String, String> missing = row.counts().entrySet().stream()
                .filter(count -> !count.getValue().isBothWays())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().missing()));
        return row.term().id() + " (" + row.place() + "): "
                + (missing.isEmpty()
                        ? "no target was tried"
                        : missing.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> entry.getValue() + " on " + entry.getKey())
                                .collect(Collectors.joining(", ")));
    }

    private void check(KnownGap gap, LocalDate today, List<String> problems) {
        List<Coverage.Row> meant =
                rows.stream().filter(row -> gap.speaksOf(row.term().id())).toList();
        String where = gap.place() + " " + gap.clause() + ": ";
        if (meant.isEmpty()) {
            problems.add(where + "the contract has no such clause");
        }
        meant.stream()
                .filter(Coverage.Row::isCovered)
                .map(row -> where + row.term().id() + " is covered by now")
                .forEach(problems::add);
        if (today.isAfter(gap.until())) {
            problems.add(where + "was put up with until " + gap.until());
        }
    }

    /** How many clauses are covered, and how many are known gaps, in a line. */
    public String summary() {
        long covered = rows.stream().filter(Coverage.Row::isCovered).count();
        long known = rows.stream()
                .filter(row -> !row.isCovered())
                .filter(row ->
                        gaps.stream().anyMatch(gap -> gap.speaksOf(row.term().id())))
                .count();
        return rows.size() + " clauses: " + covered + " covered both ways on every target, " + known + " known gaps ("
                + gaps.size() + " reasons), " + (rows.size() - covered - known) + " open";
    }
}
