package io.s360.iid.mock.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The requests that a client has sent in the current minute. */
final class Minute {

    private static final Duration LENGTH = Duration.ofMinutes(1);

    private final int limit;
    private Instant end = Instant.MIN;
    private int taken;

    Minute(int limit) {
        this.limit = limit;
    }

    /** Takes one request if one is left; otherwise says how long until the minute is over. */
    synchronized Optional<Duration> take(Instant now) {
        if (!now.isBefore(end)) {
            end = now.plus(LENGTH);
            taken = 0;
        }
        if (taken < limit) {
            taken++;
            return Optional.empty();
        }
        return Optional.of(Duration.between(now, end));
    }

    /** One that was taken is left again. */
    synchronized void giveBack() {
        taken = Math.max(0, taken - 1);
    }
}
