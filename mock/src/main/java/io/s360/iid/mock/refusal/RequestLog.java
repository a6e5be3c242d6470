package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.request.IncomingRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells of every request: what was asked, what was answered, and why it was refused. Never a header, a body or a query,
 * for they carry secrets.
 *
 * @param lines takes one line at a time
 */
public record RequestLog(Consumer<String> lines, InstantSource clock) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int FRAMES = 5;

    /** Tells of an answered request. */
    public void tell(IncomingRequest request, String traceId, Answer answer, Reason reason) {
        lines.accept("%s %s %s %s %s"
                .formatted(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        printable(request.method(), LONGEST_NAME),
                        printable(request.path(), LONGEST_NAME),
                        answer,
                        traceId));
        reason.lines().forEach(line -> lines.accept("    " + printable(line, LONGEST_REASON)));
    }

    /** Tells of a fault of the mock. What an exception says may quote the request, so only its kind and place stand here. */
    public void tellFault(String traceId, Throwable fault) {
        lines.accept("fault in the mock: " + fault.getClass().getName() + " " + traceId);
        Stream.of(fault.getStackTrace()).limit(FRAMES).forEach(frame -> lines.accept("    at " + frame));
    }

    /** The same text on one line, and without anything that a terminal obeys. */
    private static String printable(String text, int longest) {
        StringBuilder printed = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> printed.appendCodePoint(isPrintable(point) ? point : '?'));
        return text.codePointCount(0, text.length()) > longest ? printed + "…" : printed.toString();
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
