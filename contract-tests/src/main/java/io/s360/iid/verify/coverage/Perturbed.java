package io.s360.iid.verify.coverage;

import io.s360.iid.contract.source.Pointers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Another value of the same shape: only who knows what it must be can tell that it is not. */
final class Perturbed {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Perturbed() {}

    /**
     * The body with another value at a pointer; empty if there is none. In it a {@code *} stands for the first of several,
     * which takes the value of the second.
     */
    static Optional<ObjectNode> at(String pointer, ObjectNode body) {
        ObjectNode copy = body.deepCopy();
        String at = pointer.replace("/*", "/0");
        int slash = at.lastIndexOf('/');
        String name = Pointers.unescape(at.substring(slash + 1));
        JsonNode value = copy.at(at);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (copy.at(at.substring(0, slash)) instanceof ObjectNode parent) {
            JsonNode next = copy.at(pointer.replace("/*", "/1"));
            parent.set(name, pointer.contains("/*") && !next.isMissingNode() ? next : other(value));
            return Optional.of(copy);
        }
        return Optional.empty();
    }

    private static JsonNode other(JsonNode value) {
        if (value instanceof ObjectNode object) {
            String first = object.propertyNames().iterator().next();
            object.set(first, other(object.get(first)));
            return object;
        }
        if (value instanceof ArrayNode) {
            return JSON.arrayNode();
        }
        if (value.isNumber()) {
            return JSON.numberNode(value.asLong() + 1);
        }
        return value.isBoolean() ? JSON.booleanNode(!value.booleanValue()) : JSON.stringNode(other(value.asString("")));
    }

    private static String other(String text) {
        try {
            return MILLIS.format(Instant.parse(text).plusMillis(1));
        } catch (DateTimeParseException noTime) {
            char last = text.charAt(text.length() - 1);
            return text.substring(0, text.length() - 1) + other(last);
        }
    }

    private static char other(char last) {
        if (Character.isDigit(last)) {
            return last == '7' ? '8' : '7';
        }
        return last == 'n' || last == 'N' || last == 'a' ? 'e' : Character.isUpperCase(last) ? 'N' : 'a';
    }
}
