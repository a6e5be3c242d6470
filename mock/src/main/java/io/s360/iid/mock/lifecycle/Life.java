package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of one resource.
 *
 * @param expiresAt from this instant on it is over; null if it does not expire
 * @param maxExpiresAt what {@code expiresAt} can be extended to; null if it does not expire
 * @param lastExtendedAt null until a decision extends it
 * @param endedAt null while nobody has ended it or seen it expired
 * @param reason why it ended; null if {@code endedAt} is
 */
record Life(
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant maxExpiresAt,
        @Nullable Instant lastExtendedAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    /** @param limit its parent's latest expiry; null if the parent has none */
    static Life beginning(Instant now, Resource.@Nullable Lifetime lifetime, @Nullable Instant limit) {
        if (lifetime == null) {
            return new Life(now, null, null, null, null, null);
        }
        Instant latest = earlier(now.plus(lifetime.atMost()), limit);
        return new Life(now, earlier(now.plus(lifetime.idle()), latest), latest, null, null, null);
    }

    /** A life that no extension changes. */
    static Life lasting(Instant from, Instant until) {
        return new Life(from, until, until, null, null, null);
    }

    boolean isEnded() {
        return endedAt != null;
    }

    /** Whether its own time has passed, exactly at its expiry or later. */
    boolean isPastExpiryAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Its idle time counted from now: never backwards, never past its latest expiry. */
    Life extendedAt(Instant now, Resource.@Nullable Lifetime lifetime, @Nullable Duration atMostEvery) {
        if (lifetime == null || expiresAt == null || isExtendedWithin(atMostEvery, now)) {
            return this;
        }
        Instant wanted = earlier(now.plus(lifetime.idle()), maxExpiresAt);
        Instant later = wanted.isAfter(expiresAt) ? wanted : expiresAt;
        return new Life(createdAt, later, maxExpiresAt, now, endedAt, reason);
    }

    /** Over for this reason, unless it was over already: the first reason stays. */
    Life endedBy(String why, Instant at) {
        return isEnded() ? this : new Life(createdAt, expiresAt, maxExpiresAt, lastExtendedAt, at, why);
    }

    private boolean isExtendedWithin(@Nullable Duration time, Instant now) {
        Instant last = lastExtendedAt == null ? createdAt : lastExtendedAt;
        return time != null && now.isBefore(last.plus(time));
    }

    static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
