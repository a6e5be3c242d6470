package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that a value must keep at once: schemas with their references followed and their {@code allOf} laid side by side,
 * and the choices that are still open.
 */
final class Shape {

    private static final String SCHEMAS = "/components/schemas/";

    private final OpenApi version;
    private final List<Part> parts = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Set<String> locations = new LinkedHashSet<>();
    private final Map<String, String> marks = new LinkedHashMap<>();
    private boolean isNever;
    private boolean isDelicate;
    private @Nullable Part named;

    private Shape(OpenApi version) {
        this.version = version;
    }

    /** @throws BrokenSource if one of them refers to nothing */
    static Shape of(OpenApi version, List<Part> schemas) {
        Shape shape = new Shape(version);
        schemas.forEach(shape::add);
        return shape;
    }

    /** This with one way of its first open choice gone. */
    Shape settled(List<Part> way) {
        Shape settled = new Shape(version);
        settled.parts.addAll(parts);
        settled.choices.addAll(choices.subList(1, choices.size()));
        settled.locations.addAll(locations);
        settled.marks.putAll(choices.get(0).marksOf(way));
        marks.forEach(settled.marks::putIfAbsent);
        settled.isNever = isNever;
        settled.isDelicate = isDelicate;
        settled.named = named;
        way.forEach(settled::add);
        return settled;
    }

    private void add(Part schema) {
        if (!locations.add(schema.location())) {
            return;
        }
        if (schema.value().isBoolean()) {
            isNever |= !schema.value().booleanValue();
            return;
        }
        if (schema.isReference()) {
            Part target = schema.target();
            if (named == null && target.pointer().startsWith(SCHEMAS)) {
                named = target;
            }
            add(target);
            if (!version.readsBesideReferences()) {
                return;
            }
        }
        parts.add(schema);
        schema.member("allOf").ifPresent(all -> all.items().forEach(this::add));
        isDelicate |= schema.value().has("oneOf")
                || schema.value().has("not")
                || schema.value().has("if");
        Choice.among(schema, "oneOf").ifPresent(choices::add);
        Choice.among(schema, "anyOf").ifPresent(choices::add);
        Choice.conditional(schema).ifPresent(choices::add);
        Part kind = named == null ? schema : named;
        if (schema.member("oneOf").isEmpty() && schema.member("anyOf").isEmpty()) {
            Discriminator.of(schema).ifPresent(found -> marks.putIfAbsent(found.member(), found.valueFor(kind)));
        }
    }

    /** The schemas themselves; what is behind references and {@code allOf} comes after what leads to it. */
    List<Part> parts() {
        return parts;
    }

    boolean isNever() {
        return isNever;
    }

    /** Whether a value may break it though all its parts are kept: where exactly one way must be gone, or none. */
    boolean isDelicate() {
        return isDelicate;
    }

    boolean isOpen() {
        return !choices.isEmpty();
    }

    Choice choice() {
        return choices.get(0);
    }

    /** Where all that it is made of stands. */
    Set<String> locations() {
        return locations;
    }

    /** What discriminators' members are to say. */
    Map<String, String> marks() {
        return marks;
    }

    /** Every value that a keyword has, in any of the parts. */
    Stream<JsonNode> all(String keyword) {
        return parts.stream().map(part -> part.value().get(keyword)).filter(java.util.Objects::nonNull);
    }

    /** Whether a keyword is true in any of the parts. */
    boolean isSet(String keyword) {
        return parts.stream().anyMatch(part -> part.isSet(keyword));
    }

    boolean has(String keyword) {
        return all(keyword).findAny().isPresent();
    }

    /** The types that all parts allow, in the order of the first; those that the keywords are about if none says. */
    Set<String> types() {
        return Types.of(this, version);
    }
}
