package io.s360.iid.mock.refusal;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A place in a body.
 *
 * @param name of the member; empty for the whole body
 * @param parent what the member stands in
 * @param found missing if there is nothing
 * @param schema of what should stand there; empty if the contract declares nothing
 * @param siblings the members that the contract declares beside it, itself included
 */
record Spot(String name, JsonNode parent, JsonNode found, Optional<Clause> schema, Map<String, Clause> siblings) {

    /** @param where JSON pointer */
    static Spot at(String where, JsonNode body, Clause bodySchema) {
        if (where.isEmpty()) {
            return new Spot("", body, body, Optional.of(bodySchema), Map.of());
        }
        String above = where.substring(0, where.lastIndexOf('/'));
        String name = Pointers.unescape(where.substring(above.length() + 1));
        Optional<Clause> around = schemaAt(above, bodySchema);
        return new Spot(
                name,
                body.at(JsonPointer.compile(above)),
                body.at(JsonPointer.compile(where)),
                around.flatMap(schema -> below(schema, name)),
                around.flatMap(schema -> schema.find("properties"))
                        .map(Clause::members)
                        .orElse(Map.of()));
    }

    private static Optional<Clause> schemaAt(String where, Clause bodySchema) {
        if (where.isEmpty()) {
            return Optional.of(bodySchema);
        }
        Optional<Clause> at = Optional.of(bodySchema);
        for (String step : where.substring(1).split("/", -1)) {
            at = at.flatMap(schema -> below(schema, Pointers.unescape(step)));
        }
        return at;
    }

    private static Optional<Clause> below(Clause schema, String name) {
        return schema.find("items").or(() -> schema.find("properties").flatMap(members -> members.find(name)));
    }

    /** Whether the contract declares a text here. */
    boolean isForText() {
        return schema.flatMap(clause -> clause.find("type"))
                .filter(type -> type.text().equals("string"))
                .isPresent();
    }

    /** The member that was probably meant to be the missing one, or that an undeclared one was probably meant to be. */
    Optional<String> namesake() {
        Stream<String> candidates = found.isMissingNode()
                ? parent.propertyNames().stream().filter(other -> !siblings.containsKey(other))
                : siblings.keySet().stream().filter(other -> !parent.has(other));
        return schema.isPresent() && !found.isMissingNode() ? Optional.empty() : Likeness.closest(name, candidates);
    }
}
