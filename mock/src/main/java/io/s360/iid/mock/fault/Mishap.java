package io.s360.iid.mock.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one request, in this order; the connection goes before the answer.
 *
 * @param delay zero if it need not wait
 * @param connection null if it holds
 * @param answer name or status of the answer that it gets; null if it gets its own
 */
public record Mishap(
        Duration delay,
        @Nullable Breakage connection,
        @Nullable String answer) {

    private static final Mishap NONE = new Mishap(Duration.ZERO, null, null);

    /** Nothing goes wrong. */
    public static Mishap none() {
        return NONE;
    }
}
