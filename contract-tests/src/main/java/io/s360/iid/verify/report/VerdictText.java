package io.s360.iid.verify.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The verdict as lines for a console: the table, then one entry per cause; few enough to be read, whatever happens. */
public final class VerdictText {

    /** What else is said of a run has its place in the rest of 200. */
    private static final int MOST_LINES = 180;

    private static final int LONGEST_LINE = 4000;
    private static final int MOST_TARGETS = 4;

    private VerdictText() {}

    /** At most 180 lines, in which nothing can steer a terminal. */
    public static List<String> lines(Verdict verdict) {
        List<List<String>> entries = verdict.causes().stream()
                .sorted(Comparator.comparing(Cause::question))
                .map(VerdictText::entry)
                .toList();
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

    private static List<String> entry(Cause cause) {
        return List.of(
                (cause.question() ? "ASK " : "RED ") + cause.target() + ": " + cause.clause()
                        + (cause.times() > 1 ? " (" + cause.times() + " times)" : ""),
                "    " + cause.place() + ", " + cause.provenance().name().toLowerCase(Locale.ROOT),
                "    " + cause.shown(),
                "    " + cause.curl());
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
        return lines.size() <= MOST_TARGETS
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
