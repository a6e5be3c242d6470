package io.s360.iid.server.session.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.s360.iid.server.session.StoreUnavailable;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** The callers of one process who want the same row: one at a time, and whoever waits here needs no connection for it. */
final class Turns {

    private final LoadingCache<UUID, Turn> turns;

    Turns(Duration patience) {
        this.turns = Caffeine.newBuilder().weakValues().build(row -> new Turn(1, patience));
    }

    /** @throws StoreUnavailable if its turn has not come in time */
    <T> T take(UUID row, Supplier<T> work) {
        return turns.get(row).take(work);
    }
}
