package io.s360.iid.server.management;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether the process lives, and whether it should be sent requests. */
final class Health {

    private final BooleanSupplier isReady;

    Health(BooleanSupplier isReady) {
        this.isReady = isReady;
    }

    Reply live() {
        return Reply.ok(Map.of("status", "UP"));
    }

    Reply ready() {
        return isReady.getAsBoolean() ? live() : new Reply(503, Map.of("status", "DOWN"));
    }
}
