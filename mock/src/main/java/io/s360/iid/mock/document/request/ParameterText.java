package io.s360.iid.mock.document.request;

import io.s360.iid.mock.document.schema.Shapes;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of parameters, read from the text of a request in the style that the document declares. */
record ParameterText(TypedText texts, Shapes shapes, Brackets brackets) {

    static ParameterText of(TypedText texts, Shapes shapes) {
        return new ParameterText(texts, shapes, new Brackets(texts, shapes));
    }

    /** A value that stands in the query or a form; empty if it is absent. */
    Optional<JsonNode> inQuery(Part schema, String name, String style, boolean isExploded, QueryText query) {
        Set<String> types = shapes.typesOf(schema);
        Optional<JsonNode> bracketed = brackets.value(schema, name, query);
        if (style.equals("deepObject") || (bracketed.isPresent() && !query.has(name))) {
            return bracketed;
        }
        boolean isObject = types.contains("object") && !types.contains("string");
        if (isObject && isExploded) {
            return members(schema, query);
        }
        if (!query.has(name)) {
            return Optional.empty();
        }
        if (types.contains("array") && !(query.values(name).size() == 1 && isScalarToo(types, schema, query, name))) {
            return Optional.of(texts.array(schema, items(style, isExploded, query, name)));
        }
        return Optional.of(
                isObject
                        ? pairs(schema, List.of(query.rawValues(name).get(0).split(",", -1)))
                        : texts.value(schema, query.values(name).get(0)));
    }

    /** A value that stands in the path, a header or a cookie. */
    JsonNode simple(Part schema, String text, boolean isExploded) {
        Set<String> types = shapes.typesOf(schema);
        if (types.contains("array") && !types.contains("string")) {
            return texts.array(schema, text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*", -1)));
        }
        if (types.contains("object") && !types.contains("string")) {
            List<String> pairs = List.of(text.split(isExploded ? "[,=]" : ",", -1));
            return pairs(schema, pairs);
        }
        return texts.value(schema, text);
    }

    private boolean isScalarToo(Set<String> types, Part schema, QueryText query, String name) {
        return types.stream()
                        .anyMatch(type ->
                                Set.of("string", "integer", "number", "boolean").contains(type))
                && !texts.value(schema, query.values(name).get(0)).isArray();
    }

    private static List<String> items(String style, boolean isExploded, QueryText query, String name) {
        if (isExploded && style.equals("form")) {
            return query.values(name);
        }
        String delimiter = style.equals("spaceDelimited") ? "%20|\\+" : style.equals("pipeDelimited") ? "\\||%7C" : ",";
        List<String> items = new ArrayList<>();
        for (String raw : query.rawValues(name)) {
            for (String item : raw.split(delimiter, -1)) {
                items.add(QueryText.decoded(item));
            }
        }
        return items;
    }

    /** An object whose members stand in the query one by one. */
    private Optional<JsonNode> members(Part schema, QueryText query) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        shapes.propertiesOf(schema)
                .forEach((name, property) ->
                        inQuery(property, name, "form", true, query).ifPresent(value -> object.set(name, value)));
        return object.isEmpty() ? Optional.empty() : Optional.of(object);
    }

    private ObjectNode pairs(Part schema, List<String> parts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Part> properties = shapes.propertiesOf(schema);
        for (int index = 0; index + 1 < parts.size(); index += 2) {
            String name = QueryText.decoded(parts.get(index));
            String text = QueryText.decoded(parts.get(index + 1));
            Part property = properties.get(name);
            object.set(
                    name, property == null ? JsonNodeFactory.instance.stringNode(text) : texts.value(property, text));
        }
        return object;
    }
}
