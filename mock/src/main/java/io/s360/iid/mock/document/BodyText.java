package io.s360.iid.mock.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values as the bytes of a body. */
final class BodyText {

    private static final byte[] NOTHING = {};

    private BodyText() {}

    /** Empty if there is no way to write such a value in such a type. */
    static Optional<byte[]> write(Content content, JsonNode value) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return switch (content.kind()) {
            case JSON, YAML -> bytes(value.toString());
            case JSON_LINES -> bytes((value.isString() ? text : lines(value)));
            case EVENTS -> bytes(value.isString() ? text : "data: " + text + "\n\n");
            case FORM -> bytes(value.isObject() ? form(value) : text);
            case TEXT, BINARY -> bytes(text);
            case XML, MULTIPART -> value.isString() ? bytes(text) : Optional.empty();
        };
    }

    /** What stands for a body of which nothing is said. */
    static byte[] placeholder(BodyKind kind) {
        return switch (kind) {
            case JSON, YAML -> "{}".getBytes(StandardCharsets.UTF_8);
            case TEXT -> "text".getBytes(StandardCharsets.UTF_8);
            default -> NOTHING;
        };
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(line -> line + "\n").collect(Collectors.joining())
                : value + "\n";
    }

    private static String form(JsonNode value) {
        return value.properties().stream()
                .map(field -> encoded(field.getKey()) + "="
                        + encoded(field.getValue().asString(field.getValue().toString())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
