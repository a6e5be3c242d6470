package io.s360.iid.verify.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until it is told to go on. */
public final class AdjustableClock implements InstantSource {

    private volatile Instant now;

    /** At the moment of that time, in the precision of the contract. */
    public AdjustableClock(InstantSource time) {
        this.now = time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** At the same moment in every run. */
    public AdjustableClock() {
        this(() -> Instant.parse("2026-01-15T08:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Lets time pass. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    /** It is this time now, be it later or earlier. */
    public synchronized void set(Instant time) {
        now = time;
    }
}
