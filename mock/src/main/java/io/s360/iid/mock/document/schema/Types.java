package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which types a shape leaves a value. */
final class Types {

    static final String NULL = "null";

    private static final List<String> OF_OBJECTS =
            List.of("properties", "required", "additionalProperties", "patternProperties", "minProperties");
    private static final List<String> OF_ARRAYS = List.of("items", "prefixItems", "minItems", "maxItems");
    private static final List<String> OF_TEXTS = List.of("pattern", "minLength", "maxLength", "format");
    private static final List<String> OF_NUMBERS =
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

    private Types() {}

    static Set<String> of(Shape shape, OpenApi version) {
        Set<String> common = new LinkedHashSet<>();
        boolean isFirst = true;
        for (Part part : shape.parts()) {
            Set<String> own = ownTypes(part, version);
            if (own.isEmpty()) {
                continue;
            }
            common = isFirst ? own : intersection(common, own);
            isFirst = false;
        }
        return isFirst ? guessed(shape) : nullLast(common);
    }

    private static Set<String> ownTypes(Part part, OpenApi version) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = part.value().get("type");
        if (type != null && type.isString()) {
            types.add(type.stringValue());
        } else if (type != null && type.isArray()) {
            type.forEach(each -> types.add(each.asString("")));
        }
        if (version == OpenApi.V3_0 && !types.isEmpty() && part.isSet("nullable")) {
            types.add(NULL);
        }
        return types;
    }

    private static Set<String> intersection(Set<String> some, Set<String> others) {
        Set<String> both = new LinkedHashSet<>();
        for (String type : some) {
            if (others.contains(type) || (type.equals("integer") && others.contains("number"))) {
                both.add(type);
            } else if (type.equals("number") && others.contains("integer")) {
                both.add("integer");
            }
        }
        return both;
    }

    private static Set<String> nullLast(Set<String> types) {
        Set<String> sorted = new LinkedHashSet<>(types);
        if (sorted.remove(NULL)) {
            sorted.add(NULL);
        }
        return sorted;
    }

    private static Set<String> guessed(Shape shape) {
        if (OF_OBJECTS.stream().anyMatch(shape::has)) {
            return Set.of("object");
        }
        if (OF_ARRAYS.stream().anyMatch(shape::has)) {
            return Set.of("array");
        }
        if (OF_TEXTS.stream().anyMatch(shape::has)) {
            return Set.of("string");
        }
        return Stream.of("number")
                .filter(type -> OF_NUMBERS.stream().anyMatch(shape::has))
                .findFirst()
                .map(Set::of)
                .orElseGet(() -> new LinkedHashSet<>(List.of("object", "string", "number", "boolean", "array", NULL)));
    }
}
