package io.s360.iid.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told to go on. */
final class AdjustableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-01-15T08:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    synchronized void advance(Duration time) {
        now = now.plus(time);
    }
}
