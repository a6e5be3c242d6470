package io.s360.iid.mock.stub;

import io.s360.iid.contract.source.Clause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A schema of OpenAPI 3.0 as one of JSON Schema 2020-12 that stands alone. */
final class PlainSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What says nothing about a value, or says it in another way. */
    private static final Set<String> LEFT_OUT = Set.of(
            "description",
            "title",
            "example",
            "examples",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "externalDocs",
            "xml",
            "discriminator",
            "nullable",
            "exclusiveMinimum",
            "exclusiveMaximum");

    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");
    private static final List<String> SCHEMAS = List.of("items", "not", "additionalProperties");

    /** By where each stands; so that a schema may refer to itself. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final ObjectNode definitions = JSON.objectNode();

    private PlainSchema() {}

    static ObjectNode of(Clause schema) {
        PlainSchema plain = new PlainSchema();
        ObjectNode root = plain.reference(schema);
        root.set("$defs", plain.definitions);
        return root;
    }

    private ObjectNode reference(Clause schema) {
        String at = schema.place().file() + "#" + schema.pointer();
        String known = names.get(at);
        if (known == null) {
            known = "schema" + (names.size() + 1);
            names.put(at, known);
            definitions.set(known, converted(schema));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + known);
    }

    private ObjectNode converted(Clause schema) {
        ObjectNode plain = JSON.objectNode();
        schema.members().forEach((keyword, value) -> {
            if (keyword.equals("properties")) {
                ObjectNode members = plain.putObject(keyword);
                value.members().forEach((name, member) -> members.set(name, reference(member)));
            } else if (LISTS.contains(keyword)) {
                ArrayNode list = plain.putArray(keyword);
                value.items().forEach(item -> list.add(reference(item)));
            } else if (SCHEMAS.contains(keyword) && value.value().isObject()) {
                plain.set(keyword, reference(value));
            } else if (!LEFT_OUT.contains(keyword) && !keyword.startsWith("x-")) {
                plain.set(keyword, value.value());
            }
        });
        limit(plain, schema, "minimum", "exclusiveMinimum");
        limit(plain, schema, "maximum", "exclusiveMaximum");
        return isTrue(schema, "nullable") ? orNull(plain) : plain;
    }

    private static void limit(ObjectNode plain, Clause schema, String limit, String exclusive) {
        if (isTrue(schema, exclusive) && plain.has(limit)) {
            plain.set(exclusive, plain.remove(limit));
        }
    }

    private static ObjectNode orNull(ObjectNode plain) {
        JsonNode type = plain.get("type");
        if (type != null && type.isString()) {
            plain.putArray("type").add(type).add("null");
        }
        if (plain.get("enum") instanceof ArrayNode values
                && values.valueStream().noneMatch(JsonNode::isNull)) {
            plain.set("enum", values.deepCopy().addNull());
        }
        return plain;
    }

    private static boolean isTrue(Clause schema, String keyword) {
        return schema.value().path(keyword).booleanValue(false);
    }
}
