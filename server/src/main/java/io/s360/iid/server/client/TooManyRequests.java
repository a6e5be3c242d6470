package io.s360.iid.server.client;

import java.time.Duration;

/** Somebody has used up what he has in this minute. */
public final class TooManyRequests extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyRequests(Duration wait) {
        super("Nothing is left in this minute", null, false, false);
        this.wait = wait;
    }

    /** How long it takes until there is something again. */
    public Duration waitBeforeNext() {
        return wait;
    }
}
