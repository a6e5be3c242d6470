package io.s360.iid.server.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The times of a session. It is dead at exactly the instant of its expiry.
 *
 * @param expiresAt moves with each extension, never backwards
 * @param maxExpiresAt what {@code expiresAt} never passes
 * @param lastExtendedAt null until the first extension
 * @param ending null unless something has ended the session before its time
 */
public record Lifespan(
        Instant createdAt,
        Instant expiresAt,
        Instant maxExpiresAt,
        @Nullable Instant lastExtendedAt,
        @Nullable Ending ending) {

    /** When and why something has ended a session. */
    public record Ending(Instant at, EndReason reason) {}

    /** How long a session of some kind lives: from its last extension, and in all. */
    public record Limits(Duration idle, Duration atMost) {}

    public Lifespan {
        if (expiresAt.isAfter(maxExpiresAt)) {
            throw new IllegalArgumentException("A session expires by its absolute limit");
        }
    }

    /** The times of a session that begins now and must be over by some instant. */
    public static Lifespan startingAt(Instant now, Limits limits, Instant over) {
        Instant max = earlier(now.plus(limits.atMost()), over);
        return new Lifespan(now, earlier(now.plus(limits.idle()), max), max, null, null);
    }

    /** Why the session is over; empty if it is alive. */
    Optional<EndReason> endReasonAt(Instant now) {
        if (ending != null) {
            return Optional.of(ending.reason());
        }
        return now.isBefore(expiresAt) ? Optional.empty() : Optional.of(EndReason.EXPIRED);
    }

    /** Whether only its time has ended it, and nobody has written that down. */
    boolean isOverdueAt(Instant now) {
        return ending == null && !now.isBefore(expiresAt);
    }

    /** Whether it is still told from an unknown one. */
    boolean isRememberedAt(Instant now, Duration afterExpiry) {
        return now.isBefore(expiresAt.plus(afterExpiry));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
