package io.s360.iid.verify.cases;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.parsing.dflt.RgxGenParseException;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.source.Clause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that keep a schema, for members that no example shows. */
final class Samples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "0c1d3b1e-2f7a-4c58-9a60-5f0f8d7f1c11",
            "2026-01-15T08:00:00.000Z",
            "somebody@example.com",
            "x",
            "X",
            "1",
            "x1",
            "X_X",
            "a text");

    private Samples() {}

    /** A text that keeps a schema; a plain one if none is found. */
    static String textOf(Schemas schemas, Clause schema) {
        return of(schemas, schema).map(value -> value.asString("")).orElse("x");
    }

    /** A value that keeps a schema; empty if none is found. */
    static Optional<JsonNode> of(Schemas schemas, Clause schema) {
        return candidates(schemas, schema)
                .filter(value -> schemas.violations(value, schema, "").isEmpty())
                .findFirst();
    }

    private static Stream<JsonNode> candidates(Schemas schemas, Clause schema) {
        Optional<Clause> choice = schema.find("enum");
        if (choice.isPresent()) {
            return choice.get().items().stream().map(Clause::value);
        }
        return switch (schema.get("type").text()) {
            case "string" -> texts(schema);
            case "integer" -> Stream.of(schema.get("minimum").value());
            case "boolean" -> Stream.of(JSON.booleanNode(true));
            case "array" -> lists(schemas, schema);
            default -> objects(schemas, schema);
        };
    }

    private static Stream<JsonNode> texts(Clause schema) {
        int least = Math.max(1, schema.value().path("minLength").asInt(1));
        Stream<String> fixed = TEXTS.stream()
                .flatMap(text ->
                        Stream.of(text, text.repeat(least / text.length() + 1).substring(0, least)));
        Stream<String> generated = schema.find("pattern").stream().flatMap(Samples::ofPattern);
        return Stream.concat(fixed, generated).map(JSON::stringNode);
    }

    /** Always the same ones; none for a pattern that looks ahead, which the library does not do. */
    private static Stream<String> ofPattern(Clause pattern) {
        try {
            RgxGen texts = RgxGen.parse(pattern.text());
            Random random = new Random(0);
            return Stream.generate(() -> texts.generate(random)).limit(20);
        } catch (RgxGenParseException notUnderstood) {
            return Stream.of();
        }
    }

    private static Stream<JsonNode> lists(Schemas schemas, Clause schema) {
        int least = Math.max(1, schema.value().path("minItems").asInt(1));
        return of(schemas, schema.get("items")).stream().map(item -> {
            ArrayNode list = JSON.arrayNode();
            while (list.size() < least) {
                list.add(item);
            }
            return list;
        });
    }

    private static Stream<JsonNode> objects(Schemas schemas, Clause schema) {
        ObjectNode object = JSON.objectNode();
        complete(schemas, schema, object);
        return Stream.of(object);
    }

    /** The body with every member that its schema knows, wherever an object stands in it. */
    static ObjectNode completed(Schemas schemas, Clause schema, ObjectNode body) {
        ObjectNode full = body.deepCopy();
        complete(schemas, schema, full);
        return full;
    }

    private static void complete(Schemas schemas, Clause schema, JsonNode value) {
        if (value instanceof ObjectNode object) {
            Map<String, Clause> members =
                    schema.find("properties").map(Clause::members).orElse(Map.of());
            members.forEach((name, member) -> {
                if (!object.has(name)) {
                    of(schemas, member).ifPresent(sample -> object.set(name, sample));
                } else {
                    complete(schemas, member, object.get(name));
                }
            });
        } else if (value instanceof ArrayNode array) {
            array.forEach(item -> complete(schemas, schema.get("items"), item));
        }
    }
}
