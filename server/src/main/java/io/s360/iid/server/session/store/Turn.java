package io.s360.iid.server.session.store;

import io.s360.iid.server.session.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets callers of this process pass in the order in which they came, so many at once. */
final class Turn {

    /** As long as the database lets somebody wait for a row. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Duration patience;
    private final Semaphore free;

    /** @param patience how long a caller waits for its turn */
    Turn(int atOnce, Duration patience) {
        this.patience = patience;
        this.free = new Semaphore(atOnce, true);
    }

    /** @throws StoreUnavailable if its turn has not come in time */
    <T> T take(Supplier<T> work) {
        if (!comesInTime()) {
            throw new StoreUnavailable("Too many wait before this one", null);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean comesInTime() {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
