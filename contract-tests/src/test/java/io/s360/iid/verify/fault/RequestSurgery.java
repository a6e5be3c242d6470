package io.s360.iid.verify.fault;

import io.s360.iid.verify.exchange.Request;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/**
 * What a request is changed into before it is passed on: {@code method}, {@code header}s by name (null takes one away),
 * {@code target} and {@code body}, each with {@code find} and {@code with}.
 */
record RequestSurgery(JsonNode change) {

    Request on(Request request) {
        Request changed = request;
        if (change.has("method")) {
            changed = changed.withMethod(change.get("method").asString());
        }
        for (var header : change.path("header").properties()) {
            changed = header.getValue().isNull()
                    ? changed.without(header.getKey())
                    : changed.with(header.getKey(), header.getValue().asString());
        }
        if (change.has("target")) {
            changed = changed.withTarget(replaced(changed.target(), change.get("target")));
        }
        if (change.has("body")) {
            String latin = new String(changed.body(), StandardCharsets.ISO_8859_1); // every byte survives
            changed = changed.withBody(replaced(latin, change.get("body")).getBytes(StandardCharsets.ISO_8859_1));
        }
        return changed;
    }

    private static String replaced(String text, JsonNode by) {
        return text.replaceAll(by.get("find").asString(), by.get("with").asString());
    }
}
