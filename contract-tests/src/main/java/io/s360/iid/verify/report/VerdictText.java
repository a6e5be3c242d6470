package io.s360.iid.verify.report;

import io.s360.iid.verify.judge.Deviation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The verdict as lines for a console: the table, then one entry per cause; few enough to be read, whatever happens. */
public final class VerdictText {

    /** What else is said of a run has its place in the rest of 200. */
    private static final int MOST_LINES = 180;

    private static final int LONGEST_LINE = 4000;
    private static final int MOST_DEVIATIONS = 4;

    private VerdictText() {}

    /** At most 180 lines, in which nothing can steer a terminal. */
    public static List<String> lines(Verdict verdict) {
        List<List<String>> entries = entries(verdict);
        List<String> last = new ArrayList<>(notReached(verdict));
        last.add(summary(verdict));
        int wanted = entries.stream().mapToInt(List::size).sum();
        int room = MOST_LINES - last.size() - 2;
        List<String> lines = new ArrayList<>(new VerdictTable(verdict).lines(room - Math.min(wanted, room / 2)));
        lines.add("");
        int shown = 0;
        while (shown < entries.size() && lines.size() + entries.get(shown).size() <= room) {
            lines.addAll(entries.get(shown++));
        }
        if (shown < entries.size()) {
            lines.add("… and " + (entries.size() - shown) + " causes more");
        }
        lines.addAll(last);
        return lines.stream().map(VerdictText::printable).toList();
    }

    private static List<List<String>> entries(Verdict verdict) {
        Map<String, List<Finding>> byCause = verdict.findings().stream()
                .collect(Collectors.groupingBy(Finding::cause, LinkedHashMap::new, Collectors.toList()));
        return byCause.values().stream().map(VerdictText::entry).toList();
    }

    private static List<String> entry(List<Finding> same) {
        Finding first = same.get(0);
        List<String> lines = new ArrayList<>();
        lines.add("RED " + first.target() + ": " + first.tried().row()
                + (same.size() > 1 ? " (" + same.size() + " times)" : ""));
        lines.add("    " + first.tried().clause());
        lines.add("    " + first.tried().place() + ", "
                + String.valueOf(first.tried().provenance()).toLowerCase(Locale.ROOT));
        for (Deviation deviation :
                first.deviations().stream().limit(MOST_DEVIATIONS).toList()) {
            lines.add("    " + deviation);
        }
        lines.add("    " + first.curl());
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
        return lines.size() <= MOST_DEVIATIONS
                ? lines
                : List.of(lines.size() + " targets have rows (-) that could not be brought about there");
    }

    private static String summary(Verdict verdict) {
        long red = verdict.cells().filter(Cell::isRed).count();
        return verdict.played() + " cases, " + verdict.findings().size() + " findings, " + red + " red cells";
    }

    /** One line, whatever a target has answered. */
    private static String printable(String line) {
        String shown = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
        return shown.codePoints()
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? '\uFFFD'
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
