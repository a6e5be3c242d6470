package io.s360.iid.server.session;

import java.time.Instant;
import java.util.function.IntUnaryOperator;

/** What is left of sessions that are over. They are remembered for a while, so that their end can be told. */
public final class Tombstones {

    /** Small enough that a batch is over before somebody waits for it, also if each child session has all its messages. */
    private static final int BATCH = 100;

    private final SessionStore store;
    private final SessionSettings settings;

    public Tombstones(SessionStore store, SessionSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Forgets all that have been remembered long enough, a batch at a time so that nobody waits for it. */
    public int sweep() {
        Instant now = store.now();
        Instant children = now.minus(settings.childRememberedAfterExpiry());
        Instant parents = now.minus(settings.parentRememberedAfterExpiry());
        return inBatches(batch -> store.forgetChildren(children, batch))
                + inBatches(batch -> store.forgetParents(parents, batch));
    }

    private static int inBatches(IntUnaryOperator forget) {
        int swept = 0;
        int batch;
        do {
            batch = forget.applyAsInt(BATCH);
            swept += batch;
        } while (batch >= BATCH);
        return swept;
    }
}
