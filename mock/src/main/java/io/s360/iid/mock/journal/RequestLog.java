package io.s360.iid.mock.journal;

import io.s360.iid.mock.refusal.Reason;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells of every request: what was asked, what was answered, and why it was refused. Never a header, a body or the values of
 * a query, for they carry secrets.
 *
 * @param lines takes one line at a time
 */
public record RequestLog(Consumer<String> lines) {

    private static final int FRAMES = 5;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 4_000;

    public void tell(Entry entry) {
        String answer = entry.account().answer();
        lines.accept(entry.at().truncatedTo(ChronoUnit.MILLIS)
                + (entry.tenant().equals("default") ? " " : " ~" + entry.tenant() + " ")
                + printable(entry.method(), LONGEST_NAME)
                + " "
                + printable(entry.path(), LONGEST_NAME)
                + " "
                + entry.status()
                + (answer == null ? "" : " " + answer)
                + " "
                + entry.traceId());
        entry.account().reasons().forEach(reason -> lines.accept("    " + printable(text(reason), LONGEST_REASON)));
    }

    private static String text(Reason reason) {
        StringBuilder text = new StringBuilder(reason.rule());
        if (!reason.where().isEmpty()) {
            text.append(" at ").append(reason.where());
        }
        text.append(": ").append(reason.message());
        if (reason.expected() != null) {
            text.append("; expected ").append(reason.expected());
        }
        if (reason.got() != null) {
            text.append("; got ").append(reason.got());
        }
        return reason.place() == null ? text.toString() : text + " (" + reason.place() + ")";
    }

    /** Tells of a fault that no answer accounts for. What an exception says may quote the request, so only its kind and place stand here. */
    public void tellFault(Throwable fault) {
        lines.accept("fault in the mock: " + fault.getClass().getName());
        Stream.of(fault.getStackTrace()).limit(FRAMES).forEach(frame -> lines.accept("    at " + frame));
    }

    /** The same text on one line, and without anything that a terminal obeys. */
    private static String printable(String text, int longest) {
        if (text.length() <= longest && isPlain(text)) {
            return text;
        }
        StringBuilder printed = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> printed.appendCodePoint(isPrintable(point) ? point : '?'));
        return text.codePointCount(0, text.length()) > longest ? printed + "…" : printed.toString();
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
