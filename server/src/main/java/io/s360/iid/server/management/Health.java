package io.s360.iid.server.management;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether the process lives, and whether it should be sent requests. */
public final class Health {

    private final BooleanSupplier isWilling;
    private final StoreProbe store;

    /** @param isWilling whether the server has started and is not about to stop */
    public Health(BooleanSupplier isWilling, StoreProbe store) {
        this.isWilling = isWilling;
        this.store = store;
    }

    /** Asks for nothing that could fail: a process is not better for being started again while its store is away. */
    Reply live() {
        return Reply.ok(Map.of("status", "UP"));
    }

    Reply ready() {
        return isWilling.getAsBoolean() && store.isReachable() ? live() : Reply.json(503, Map.of("status", "DOWN"));
    }
}
