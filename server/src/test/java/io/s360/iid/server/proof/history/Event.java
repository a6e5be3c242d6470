package io.s360.iid.server.proof.history;

import org.jspecify.annotations.Nullable;

/**
 * One call, as its caller saw it.
 *
 * @param start nanoseconds of one clock, before the first byte was sent
 * @param end the same, after the last byte was received
 * @param instance the server that was asked
 * @param parent which parent session, by a name that is no secret
 * @param child null if the call concerns none, or made none
 */
public record Event(
        long start,
        long end,
        Kind kind,
        String instance,
        String client,
        String parent,
        @Nullable String child,
        Outcome outcome) {

    boolean isSuccess() {
        return outcome.isSuccess();
    }

    boolean showsLife() {
        return kind.showsLife() && isSuccess();
    }

    boolean saysOver() {
        return child != null && outcome.saysOver();
    }

    /** Whether this was over before another began. */
    boolean isBefore(Event other) {
        return end < other.start;
    }
}
