package io.s360.iid.verify.report;

import io.s360.iid.verify.cases.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cells of a verdict as lines: a line for each answer, or where these are too many, for each operation. */
final class VerdictTable {

    private final Verdict verdict;

    VerdictTable(Verdict verdict) {
        this.verdict = verdict;
    }

    /** One line of cells, under its name. */
    private record Line(String name, Map<String, Cell> cells) {

        boolean isRed() {
            return cells.values().stream().anyMatch(Cell::isRed);
        }
    }

    /** No more lines than these. */
    List<String> lines(int most) {
        List<Line> answers = verdict.rows().stream()
                .map(row -> line(row.toString(), List.of(row)))
                .toList();
        if (answers.size() < most) {
            return drawn(answers);
        }
        Map<String, List<Case.Row>> byOperation = verdict.rows().stream()
                .collect(Collectors.groupingBy(Case.Row::operation, LinkedHashMap::new, Collectors.toList()));
        List<Line> operations = byOperation.entrySet().stream()
                .map(operation -> line(operation.getKey(), operation.getValue()))
                .toList();
        if (operations.size() < most) {
            return drawn(operations);
        }
        List<Line> shown = new ArrayList<>(operations.stream()
                .sorted((one, other) -> Boolean.compare(other.isRed(), one.isRed()))
                .limit(Math.max(1, most - 2))
                .toList());
        List<String> lines = new ArrayList<>(drawn(shown));
        operations.stream()
                .filter(line -> !shown.contains(line))
                .collect(Collectors.partitioningBy(Line::isRed))
                .forEach((isRed, more) -> {
                    if (!more.isEmpty() && lines.size() < most) {
                        lines.add("… and " + more.size() + " operations more" + (isRed ? " with findings" : ""));
                    }
                });
        return lines;
    }

    private Line line(String name, List<Case.Row> rows) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (String column : verdict.columns()) {
            Cell all = new Cell();
            rows.forEach(row -> all.add(verdict.cell(column, row)));
            cells.put(column, all);
        }
        return new Line(name, cells);
    }

    private List<String> drawn(List<Line> lines) {
        int first = width(lines.stream().map(Line::name).toList());
        StringBuilder head = new StringBuilder(" ".repeat(first));
        List<Function<Line, String>> columns = new ArrayList<>();
        for (String column : verdict.columns()) {
            int width = Math.max(
                    column.length(),
                    width(lines.stream()
                            .map(line -> String.valueOf(line.cells().get(column)))
                            .toList()));
            head.append("  ").append(padded(column, width));
            columns.add(line -> "  " + padded(String.valueOf(line.cells().get(column)), width));
        }
        List<String> drawn = new ArrayList<>();
        drawn.add(head.toString().stripTrailing());
        for (Line line : lines) {
            String cells = columns.stream().map(column -> column.apply(line)).collect(Collectors.joining());
            drawn.add((padded(line.name(), first) + cells).stripTrailing());
        }
        return drawn;
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
