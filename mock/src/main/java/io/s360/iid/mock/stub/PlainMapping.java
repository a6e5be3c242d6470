package io.s360.iid.mock.stub;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One stub for a WireMock without the contract.
 *
 * @param name unique, and fit for a file
 * @param priority a lower one goes first
 * @param request what it asks of a request, in WireMock's words
 */
record PlainMapping(String name, int priority, ObjectNode request, ObjectNode response) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A stub of an operation: its method and path, and what {@code more} asks. */
    static PlainMapping of(Operation operation, String by, int priority, @Nullable JsonNode more, Answer answer) {
        ObjectNode request = JSON.objectNode().put("method", operation.method()).put("urlPath", operation.path());
        if (more instanceof ObjectNode asked) {
            request.setAll(asked);
        }
        return new PlainMapping(fileName(operation.id() + "-" + by), priority, request, response(answer));
    }

    static String fileName(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
    }

    static ObjectNode response(Answer answer) {
        ObjectNode response = JSON.objectNode().put("status", answer.status());
        ObjectNode headers = response.putObject("headers").put("Content-Type", "application/json");
        answer.headers()
                .forEach((name, header) ->
                        headers.put(name, header.get("example").text()));
        response.set("jsonBody", answer.body());
        return response;
    }

    /** The same with one header more in its answer. */
    PlainMapping answering(String header, String value) {
        ObjectNode changed = response.deepCopy();
        ((ObjectNode) changed.get("headers")).put(header, value);
        return new PlainMapping(name, priority, request, changed);
    }

    /** As WireMock reads it. */
    ObjectNode toJson(String contract) {
        ObjectNode json = JSON.objectNode()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("name", name)
                .put("priority", priority);
        json.set("request", request);
        json.set("response", response);
        json.putObject("metadata")
                .put("exportedFrom", contract)
                .put("state", "not exported: each request is answered as if it were the first");
        return json;
    }
}
