package io.s360.iid.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to go on. */
public final class FakeClock implements InstantSource {

    private final AtomicReference<Instant> now;

    private FakeClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    public static FakeClock at(String instant) {
        return new FakeClock(Instant.parse(instant));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    public void moveTo(Instant instant) {
        now.set(instant);
    }
}
