package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a shape says of the members of an object. */
final class Members {

    private final Shape shape;
    private final Direction direction;
    private final Map<String, List<Part>> declared = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    Members(Shape shape, Direction direction) {
        this.shape = shape;
        this.direction = direction;
        for (Part part : shape.parts()) {
            part.member("properties")
                    .ifPresent(properties -> properties
                            .members()
                            .forEach((name, schema) -> declared.computeIfAbsent(name, none -> new ArrayList<>())
                                    .add(schema)));
        }
        shape.all("required")
                .filter(JsonNode::isArray)
                .forEach(names -> names.forEach(name -> required.add(name.asString(""))));
        required.removeIf(this::goesTheOtherWay);
    }

    Set<String> required() {
        return required;
    }

    /** Those that may be given and need not, in the document's order. */
    List<String> optional() {
        return declared.keySet().stream()
                .filter(name -> !required.contains(name) && !goesTheOtherWay(name))
                .toList();
    }

    int least() {
        return limits("minProperties").max(Integer::compare).orElse(0);
    }

    int most() {
        return limits("maxProperties").min(Integer::compare).orElse(Integer.MAX_VALUE);
    }

    /** What the member of this name must keep; null if there may be none. */
    @Nullable
    List<Part> schemasOf(String name) {
        List<Part> schemas = new ArrayList<>(declared.getOrDefault(name, List.of()));
        for (Part part : shape.parts()) {
            boolean isKnown = part.member("properties")
                    .flatMap(properties -> properties.member(name))
                    .isPresent();
            for (Map.Entry<String, Part> pattern : patterns(part).entrySet()) {
                if (matches(pattern.getKey(), name)) {
                    schemas.add(pattern.getValue());
                    isKnown = true;
                }
            }
            Part others = part.member("additionalProperties").orElse(null);
            if (!isKnown && others != null) {
                if (others.value().isBoolean() && !others.value().booleanValue()) {
                    return null;
                }
                schemas.add(others);
            }
        }
        return schemas;
    }

    /** Patterns of names that are spoken of without being named. */
    Set<String> namePatterns() {
        Set<String> known = new LinkedHashSet<>();
        shape.all("propertyNames").forEach(names -> {
            if (names.has("pattern")) {
                known.add(names.get("pattern").asString(""));
            }
        });
        shape.parts().forEach(part -> known.addAll(patterns(part).keySet()));
        return known;
    }

    /** Whether names must match a pattern. */
    boolean areNamesDemanded() {
        return shape.all("propertyNames").anyMatch(names -> names.has("pattern"));
    }

    /** Whether the document speaks of members without naming them, and of no others. */
    boolean isMap() {
        return declared.isEmpty()
                && (shape.has("patternProperties")
                        || shape.all("additionalProperties")
                                .anyMatch(schema -> schema.isObject() && !schema.isEmpty()));
    }

    private boolean goesTheOtherWay(String name) {
        return declared.getOrDefault(name, List.of()).stream().anyMatch(schema -> schema.isSet(direction.absent()));
    }

    private static Map<String, Part> patterns(Part part) {
        return part.member("patternProperties").map(Part::members).orElse(Map.of());
    }

    private static boolean matches(String pattern, String name) {
        try {
            return Pattern.compile(pattern).matcher(name).find();
        } catch (PatternSyntaxException noPattern) {
            return false;
        }
    }

    private java.util.stream.Stream<Integer> limits(String keyword) {
        return shape.all(keyword)
                .filter(JsonNode::isNumber)
                .map(limit -> limit.decimalValue()
                        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                        .intValue());
    }
}
