package io.s360.iid.server.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What is left of sessions that are over. They are remembered for a while, so that their end can be told. */
public final class Tombstones {

    private static final int BATCH = 500;

    private final SessionStore store;
    private final InstantSource clock;
    private final Duration remembered;

    public Tombstones(SessionStore store, InstantSource clock, Duration remembered) {
        this.store = store;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** Forgets all that have been remembered long enough, a batch at a time so that nobody waits for it. */
    public int sweep() {
        Instant expiredBy = clock.instant().minus(remembered);
        int swept = 0;
        int batch;
        do {
            batch = store.forget(expiredBy, BATCH);
            swept += batch;
        } while (batch >= BATCH);
        return swept;
    }
}
