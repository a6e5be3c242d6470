package io.s360.iid.verify.walk.model;

import io.s360.iid.contract.Resource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of one resource.
 *
 * @param expiresAt at this very instant it is over
 * @param maxExpiresAt what no extension passes
 * @param lastExtendedAt null before the first extension
 */
public record Life(
        Instant createdAt,
        Instant expiresAt,
        Instant maxExpiresAt,
        @Nullable Instant lastExtendedAt) {

    /** @param above the life of what encloses it, which it never outlives; null if that has none */
    static Life from(Instant now, Resource.Lifetime lifetime, @Nullable Life above) {
        return begun(now, now, lifetime, above);
    }

    /** One that began some time ago, and has been extended until now if it is older than now. */
    public static Life begun(Instant created, Instant now, Resource.Lifetime lifetime, @Nullable Life above) {
        Instant most = created.plus(lifetime.atMost());
        Instant max = above == null ? most : earlier(most, above.maxExpiresAt);
        return new Life(created, earlier(now.plus(lifetime.idle()), max), max, created.equals(now) ? null : now);
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether it was created or extended so short a time ago that another extension does nothing. */
    boolean isFreshAt(Instant now, @Nullable Duration atMostEvery) {
        Instant last = lastExtendedAt == null ? createdAt : lastExtendedAt;
        return atMostEvery != null && now.isBefore(last.plus(atMostEvery));
    }

    Life extendedAt(Instant now, Resource.Lifetime lifetime) {
        Instant wanted = earlier(now.plus(lifetime.idle()), maxExpiresAt);
        return new Life(createdAt, wanted.isAfter(expiresAt) ? wanted : expiresAt, maxExpiresAt, now);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
