package io.s360.iid.server.proof.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a call.
 *
 * @param status 0 if the connection broke before an answer
 * @param code the name of a refusal; empty for a success
 * @param valid what a validation has said; true in any other success
 * @param expiresAt null if the answer has none
 * @param maxExpiresAt null if the answer has none
 * @param sequences the numbers of the messages that were taken, from the first to before this
 */
public record Outcome(
        int status,
        String code,
        boolean valid,
        @Nullable Instant expiresAt,
        @Nullable Instant maxExpiresAt,
        Sequences sequences) {

    private static final Set<String> OVER = Set.of(
            "ALREADY_LOGGED_OUT",
            "SESSION_EXPIRED",
            "SESSION_ENDED",
            "CHILD_SESSION_NOT_FOUND",
            "unknown-session",
            "not-active");
    private static final int UNAVAILABLE = 503;

    /** The numbers of messages, from {@code first} to before {@code end}. */
    public record Sequences(int first, int end) {
        public static final Sequences NONE = new Sequences(0, 0);
    }

    public static Outcome success() {
        return new Outcome(200, "", true, null, null, Sequences.NONE);
    }

    public static Outcome notValid() {
        return new Outcome(200, "", false, null, null, Sequences.NONE);
    }

    public static Outcome refused(int status, String code) {
        return new Outcome(status, code, false, null, null, Sequences.NONE);
    }

    public static Outcome broken() {
        return refused(0, "");
    }

    public Outcome until(@Nullable Instant expires, @Nullable Instant most) {
        return new Outcome(status, code, valid, expires, most, sequences);
    }

    public Outcome numbered(int first, int end) {
        return new Outcome(status, code, valid, expiresAt, maxExpiresAt, new Sequences(first, end));
    }

    public boolean isSuccess() {
        return (status == 200 || status == 201) && valid;
    }

    /** Whether the answer says that the child has ended, or is none. */
    boolean saysOver() {
        return OVER.contains(code) || status == 200 && !valid;
    }

    /** Whether nobody can know if the call has changed something. */
    public boolean isUnknown() {
        return status == 0 || status == UNAVAILABLE;
    }

    boolean isFault() {
        return status >= 500;
    }
}
