package io.s360.iid.server.session.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.s360.iid.server.session.StoreUnavailable;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The callers of one process who want the same row, in the order in which they came. H2 lets any of those pass who wait for
 * a row, and so some never; and whoever waits here needs no connection for it.
 */
final class Turns {

    private final Duration patience;
    private final LoadingCache<UUID, Lock> locks =
            Caffeine.newBuilder().weakValues().build(row -> new ReentrantLock(true));

    Turns(Duration patience) {
        this.patience = patience;
    }

    /** @throws StoreUnavailable if its turn has not come in time */
    <T> T take(UUID row, Supplier<T> work) {
        Lock lock = locks.get(row);
        if (!comesInTime(lock)) {
            throw new StoreUnavailable("Too many wait for the same row", null);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean comesInTime(Lock lock) {
        try {
            return lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
