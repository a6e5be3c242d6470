package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.Reply;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an operation of the admin API does. */
@FunctionalInterface
interface Page {

    /**
     * Does it, and says what came of it.
     *
     * @throws Problem if it cannot
     */
    Reply visit(Visit visit);

    static Reply json(JsonNode body) {
        return new Reply(200, Map.of("Content-Type", "application/json"), body.toString());
    }

    static Reply done() {
        return new Reply(204, Map.of(), "");
    }
}
