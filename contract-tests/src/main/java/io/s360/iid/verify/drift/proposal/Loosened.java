package io.s360.iid.verify.drift.proposal;

import io.s360.iid.verify.drift.sight.Observed;
import io.s360.iid.verify.drift.sight.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A schema that lets pass what it let pass before, and what was seen as well. */
final class Loosened {

    private final ObjectNode schema;
    private final Shape shape;
    private final Set<String> broken;
    private final List<String> done = new ArrayList<>();

    private Loosened(JsonNode schema, Observed observed) {
        this.schema = (ObjectNode) schema.deepCopy();
        this.shape = observed.evidence().shape();
        this.broken = observed.keywords();
    }

    /**
     * The schema, and what was done to it in words.
     *
     * @throws NotProposed if the dialect has no such schema
     */
    static Loosened of(JsonNode schema, Observed observed) {
        Loosened loosened = new Loosened(schema, observed);
        loosened.allowNull();
        if (!loosened.shape.types().equals(Set.of(Shape.Type.NULL))) {
            loosened.allowValues();
        }
        return loosened;
    }

    ObjectNode schema() {
        return schema;
    }

    String inWords() {
        return String.join(", ", done);
    }

    /** Whether the values that kept the schema before are not let pass any more. */
    boolean isOfOtherType() {
        return done.stream().anyMatch(step -> step.startsWith("type"));
    }

    private void allowNull() {
        if (!shape.isNullable() || schema.path("nullable").asBoolean(false)) {
            return;
        }
        schema.put("nullable", true);
        if (schema.get("enum") instanceof ArrayNode choice) {
            choice.addNull();
        }
        done.add("null allowed");
    }

    private void allowValues() {
        String type = ShapeSchema.typeOf(shape).name().toLowerCase(Locale.ROOT);
        if (!schema.path("type").asString("").equals(type)) {
            changeType();
            return;
        }
        allowWords();
        removeIfBroken("pattern");
        removeIfBroken("format");
        lower("minLength", shape.lengths().shortest());
        raise("maxLength", ShapeSchema.roundedUp(shape.lengths().longest()));
        lower("minItems", shape.lengths().shortest());
        raise("maxItems", ShapeSchema.roundedUp(shape.lengths().longest()));
        bounds();
        if (broken.contains("maxProperties") || broken.contains("minProperties")) {
            schema.remove(List.of("maxProperties", "minProperties"));
            done.add("number of members no longer limited");
        }
    }

    private void changeType() {
        boolean isNullable = schema.path("nullable").asBoolean(false);
        ObjectNode other = ShapeSchema.of(shape);
        JsonNode described = schema.get("description");
        done.add("type " + schema.path("type").asString() + " changed to "
                + other.path("type").asString());
        schema.removeAll();
        schema.setAll(other);
        if (isNullable) {
            schema.put("nullable", true);
        }
        if (described != null) {
            schema.set("description", described);
        }
    }

    private void allowWords() {
        if (!broken.contains("enum") || !(schema.get("enum") instanceof ArrayNode choice)) {
            return;
        }
        if (shape.words().isEmpty()) {
            throw new NotProposed("what was seen does not look like a value of an enumeration and is not told");
        }
        shape.words().stream().sorted().forEach(choice::add);
        done.add(String.join(" and ", shape.words().stream().sorted().toList()) + " added");
    }

    private void removeIfBroken(String keyword) {
        if (broken.contains(keyword) && schema.has(keyword)) {
            schema.remove(keyword);
            done.add(keyword + " dropped (a person may know the right one)");
        }
    }

    private void lower(String keyword, int seen) {
        if (broken.contains(keyword)) {
            schema.put(keyword, Math.min(schema.path(keyword).intValue(), seen));
            done.add(keyword + " lowered");
        }
    }

    private void raise(String keyword, int seen) {
        if (broken.contains(keyword)) {
            schema.put(keyword, Math.max(schema.path(keyword).intValue(), seen));
            done.add(keyword + " raised");
        }
    }

    private void bounds() {
        if (shape.type().filter(Shape.Type.INTEGER::equals).isEmpty()) {
            return;
        }
        ObjectNode wide = ShapeSchema.of(shape);
        if (broken.contains("minimum")) {
            schema.set("minimum", wide.get("minimum"));
            done.add("minimum lowered");
        }
        if (broken.contains("maximum")) {
            schema.set("maximum", wide.get("maximum"));
            done.add("maximum raised");
        }
        if (!schema.has("format") || wide.path("format").asString().equals("int64")) {
            schema.set("format", wide.get("format"));
        }
    }
}
