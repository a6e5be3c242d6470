package io.s360.iid.verify.fault;

import io.s360.iid.verify.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is cut out of an answer, or put into it: {@code status}, {@code header}s by name (null takes one away), members to
 * {@code set} or {@code remove} by pointer, and {@code find} and {@code with} for the text.
 */
record Surgery(JsonNode change) {

    Response on(Response response) {
        int status = change.has("status") ? change.get("status").asInt() : response.status();
        Map<String, List<String>> headers = new HashMap<>(response.headers());
        change.path("header").properties().forEach(header -> {
            headers.keySet().removeIf(name -> name.equalsIgnoreCase(header.getKey()));
            if (!header.getValue().isNull()) {
                headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        List.of(header.getValue().asString()));
            }
        });
        return new Response(status, headers, bodyOf(response));
    }

    private byte[] bodyOf(Response response) {
        byte[] body = response.body();
        JsonNode json = response.json();
        if (json != null && (change.has("set") || change.has("remove"))) {
            change.path("set").properties().forEach(member -> set(json, member.getKey(), member.getValue()));
            if (change.has("remove")) {
                remove(json, change.get("remove").asString());
            }
            body = json.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (change.has("find")) {
            body = new String(body, StandardCharsets.UTF_8)
                    .replaceAll(
                            change.get("find").asString(), change.get("with").asString())
                    .getBytes(StandardCharsets.UTF_8);
        }
        return body;
    }

    private static void set(JsonNode json, String pointer, JsonNode value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = json.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array && at.last().getMatchingIndex() < array.size()) {
            array.set(at.last().getMatchingIndex(), value);
        }
    }

    private static void remove(JsonNode json, String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        if (json.at(at.head()) instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        }
    }
}
