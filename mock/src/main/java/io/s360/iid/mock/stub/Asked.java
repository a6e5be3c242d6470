package io.s360.iid.mock.stub;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stubs ask of requests, in WireMock's words. */
final class Asked {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Asked() {}

    static ObjectNode header(String name, JsonNode pattern) {
        ObjectNode asked = JSON.objectNode();
        asked.putObject("headers").set(name, pattern);
        return asked;
    }

    static ObjectNode headers(String one, JsonNode pattern, String other, JsonNode otherPattern) {
        ObjectNode asked = header(one, pattern);
        ((ObjectNode) asked.get("headers")).set(other, otherPattern);
        return asked;
    }

    static ObjectNode body(JsonNode pattern) {
        ObjectNode asked = JSON.objectNode();
        asked.putArray("bodyPatterns").add(pattern);
        return asked;
    }

    static ObjectNode absent() {
        return JSON.objectNode().put("absent", true);
    }

    static ObjectNode equalTo(String text) {
        return JSON.objectNode().put("equalTo", text);
    }

    static ObjectNode matching(String regex) {
        return JSON.objectNode().put("matches", regex);
    }

    /** There, but not like that. */
    static ObjectNode otherThan(String regex) {
        ObjectNode pattern = JSON.objectNode();
        pattern.putArray("and").add(matching("(?s).*")).add(JSON.objectNode().put("doesNotMatch", regex));
        return pattern;
    }

    static ObjectNode not(JsonNode pattern) {
        return JSON.objectNode().set("not", pattern);
    }

    static ObjectNode member(String name, String value) {
        ObjectNode pattern = JSON.objectNode();
        pattern.putObject("matchesJsonPath")
                .put("expression", "$['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']")
                .put("equalTo", value);
        return pattern;
    }

    static String literally(String text) {
        return Pattern.quote(text);
    }
}
