package io.s360.iid.verify.report;

import io.s360.iid.verify.cases.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The verdict as lines for a console: the table, then one entry per cause. */
public final class VerdictText {

    private static final int MOST_CAUSES = 20;

    private VerdictText() {}

    public static List<String> lines(Verdict verdict) {
        List<String> lines = new ArrayList<>(table(verdict));
        lines.add("");
        lines.addAll(causes(verdict));
        lines.addAll(notReached(verdict));
        lines.add(summary(verdict));
        return lines;
    }

    private static List<String> table(Verdict verdict) {
        int width = verdict.rows().stream()
                .mapToInt(row -> row.toString().length())
                .max()
                .orElse(1);
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (String column : verdict.columns()) {
            int cells = verdict.rows().stream()
                    .mapToInt(row -> verdict.cell(column, row).toString().length())
                    .max()
                    .orElse(1);
            widths.put(column, Math.max(column.length(), cells));
        }
        List<String> lines = new ArrayList<>();
        lines.add(padded("", width)
                + widths.entrySet().stream()
                        .map(column -> "  " + padded(column.getKey(), column.getValue()))
                        .collect(Collectors.joining()));
        for (Case.Row row : verdict.rows()) {
            lines.add(padded(row.toString(), width)
                    + widths.entrySet().stream()
                            .map(column -> "  "
                                    + padded(verdict.cell(column.getKey(), row).toString(), column.getValue()))
                            .collect(Collectors.joining()));
        }
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static List<String> causes(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        verdict.causes().stream().limit(MOST_CAUSES).forEach(cause -> {
            lines.add((cause.question() ? "ASK " : "RED ") + cause.target() + ": " + cause.clause()
                    + (cause.times() > 1 ? " (" + cause.times() + " times)" : ""));
            lines.add("    " + cause.place() + ", "
                    + String.valueOf(cause.provenance()).toLowerCase(Locale.ROOT));
            lines.add("    " + cause.shown());
            lines.add("    " + cause.curl());
        });
        if (verdict.causes().size() > MOST_CAUSES) {
            lines.add("… and " + (verdict.causes().size() - MOST_CAUSES) + " causes more");
        }
        return lines;
    }

    private static List<String> notReached(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        for (String column : verdict.columns()) {
            long rows = verdict.rows().stream()
                    .filter(row -> verdict.cell(column, row).isEmpty())
                    .count();
            if (rows > 0) {
                lines.add(column + ": " + rows + " rows (-) could not be brought about there");
            }
        }
        return lines;
    }

    private static String summary(Verdict verdict) {
        long red = verdict.cells().filter(Cell::isRed).count();
        return verdict.played() + " cases, " + verdict.findings().size() + " findings, " + red + " red cells";
    }
}
