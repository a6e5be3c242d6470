package io.s360.iid.mock.lifecycle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The times that a mock can live in: none from which a life of any length would leave what a date can say. */
public final class Times {

    public static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    public static final Instant LAST = Instant.parse("8999-12-31T23:59:59.999Z");

    /** For people. */
    public static final String RANGE = "1970 to 8999";

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Times() {}

    /** As answers show it: to the millisecond, in UTC. */
    public static String text(Instant time) {
        return TEXT.format(time);
    }

    /**
     * The same.
     *
     * @throws DateTimeException if it is before the first or after the last
     */
    public static Instant checked(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new DateTimeException("not from " + RANGE);
        }
        return time;
    }
}
