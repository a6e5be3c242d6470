package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be seen of a schema without a value: its references followed, its choices all taken together. */
public final class Shapes {

    private final OpenApi version;

    public Shapes(OpenApi version) {
        this.version = version;
    }

    /** The types that a value may have, on one way or another; none if the schema refers to nothing. */
    public Set<String> typesOf(Part schema) {
        Set<String> types = new LinkedHashSet<>();
        variants(schema).forEach(shape -> types.addAll(shape.types()));
        return types;
    }

    /** What the items of an array keep; of several ways the first. */
    public Optional<Part> itemsOf(Part schema) {
        return variants(schema).stream()
                .flatMap(shape -> shape.parts().stream())
                .flatMap(part -> part.member("items").stream())
                .findFirst();
    }

    /** What a member of this name keeps, named or not; of several ways the first that speaks of it. */
    public Optional<Part> memberOf(Part schema, String name) {
        return Optional.ofNullable(propertiesOf(schema).get(name))
                .or(() -> variants(schema).stream()
                        .flatMap(shape -> shape.parts().stream())
                        .flatMap(part -> part.member("additionalProperties").stream())
                        .filter(part -> part.value().isObject())
                        .findFirst());
    }

    /** The members of an object by name; of several ways the first that has the name. */
    public Map<String, Part> propertiesOf(Part schema) {
        Map<String, Part> properties = new LinkedHashMap<>();
        variants(schema).stream()
                .flatMap(shape -> shape.parts().stream())
                .flatMap(part -> part.member("properties").stream())
                .forEach(part -> part.members().forEach(properties::putIfAbsent));
        return properties;
    }

    /** The shape itself, or with each of its first open choice's ways gone. */
    private List<Shape> variants(Part schema) {
        try {
            Shape shape = Shape.of(version, List.of(schema));
            if (!shape.isOpen()) {
                return List.of(shape);
            }
            List<Shape> variants = new ArrayList<>();
            shape.choice().ways().forEach(way -> variants.add(shape.settled(way)));
            return variants;
        } catch (BrokenSource broken) {
            return List.of();
        }
    }
}
