package io.s360.iid.verify.drift.sight;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of what was seen, for a change to be proposed from: never a value that may be secret.
 *
 * @param shape of the value, or of the whole body
 * @param headers the shapes of the headers of an undeclared answer, by name
 * @param headerReferences where the contract declares such a header, by name; for those that every sighting had
 * @param schemaReferences the schemas of the contract that every body seen has kept
 */
public record Evidence(
        Shape shape, Map<String, Shape> headers, Map<String, String> headerReferences, Set<String> schemaReferences) {

    public static final Evidence NONE = of(Shape.NOTHING);

    public Evidence {
        headers = Map.copyOf(headers);
        headerReferences = Map.copyOf(headerReferences);
        schemaReferences = Set.copyOf(schemaReferences);
    }

    public static Evidence of(Shape shape) {
        return new Evidence(shape, Map.of(), Map.of(), Set.of());
    }

    /** Of both. */
    public Evidence and(Evidence other) {
        Map<String, Shape> shapes = new HashMap<>(headers);
        other.headers.forEach((name, seen) -> shapes.merge(name, seen, Shape::and));
        Map<String, String> declared = new HashMap<>(headerReferences);
        declared.keySet().retainAll(other.headerReferences.keySet());
        Set<String> schemas = new HashSet<>(schemaReferences);
        schemas.retainAll(other.schemaReferences);
        return new Evidence(shape.and(other.shape), shapes, declared, schemas);
    }
}
