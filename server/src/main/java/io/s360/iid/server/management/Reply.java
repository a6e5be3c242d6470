package io.s360.iid.server.management;

import java.util.Map;

/** What the management port answers. */
record Reply(int status, Map<String, ?> body) {

    static Reply ok(Map<String, ?> body) {
        return new Reply(200, body);
    }

    static Reply created(Map<String, ?> body) {
        return new Reply(201, body);
    }

    /**
     * A refusal.
     *
     * @param error stable name of what is wrong
     * @param message the same in a sentence
     */
    static Reply refused(int status, String error, String message) {
        return new Reply(status, Map.of("error", error, "message", message));
    }
}
