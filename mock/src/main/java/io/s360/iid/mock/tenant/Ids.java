package io.s360.iid.mock.tenant;

import java.util.UUID;
import java.util.function.Supplier;

/** The ids of one tenant, from the start again after a reset. Safe for use by several threads. */
final class Ids implements Supplier<UUID> {

    private final Supplier<Supplier<UUID>> start;
    private Supplier<UUID> current;

    Ids(Supplier<Supplier<UUID>> start) {
        this.start = start;
        this.current = start.get();
    }

    @Override
    public synchronized UUID get() {
        return current.get();
    }

    synchronized void reset() {
        current = start.get();
    }
}
