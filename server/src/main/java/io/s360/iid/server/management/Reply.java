package io.s360.iid.server.management;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the management port answers.
 *
 * @param headers besides those that every answer has
 */
record Reply(int status, String mediaType, String body, Map<String, String> headers) {

    private static final JsonMapper JSON = new JsonMapper();

    static Reply ok(Map<String, ?> body) {
        return json(200, body);
    }

    static Reply created(Map<String, ?> body) {
        return json(201, body);
    }

    static Reply text(String mediaType, String text) {
        return new Reply(200, mediaType, text, Map.of());
    }

    /**
     * A refusal.
     *
     * @param error stable name of what is wrong
     * @param message the same in a sentence
     */
    static Reply refused(int status, String error, String message) {
        return json(status, Map.of("error", error, "message", message));
    }

    static Reply json(int status, Map<String, ?> body) {
        return new Reply(status, "application/json", JSON.writeValueAsString(body), Map.of());
    }

    Reply with(String header, String value) {
        return new Reply(status, mediaType, body, Map.of(header, value));
    }
}
