package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.verify.drift.sight.Spot;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What stands in a draft. */
final class Values {

    private Values() {}

    /** The value at a place; missing if there is none. */
    static JsonNode at(Draft draft, Spot spot) {
        return Clause.root(draft, spot.file()).value().at(JsonPointer.compile(spot.pointer()));
    }

    /** How often a file refers to a value in it. */
    static int references(Draft draft, Spot spot) {
        return count(Clause.root(draft, spot.file()).value(), "#" + spot.pointer());
    }

    private static int count(JsonNode node, String reference) {
        int found = node.path("$ref").asString("").equals(reference) ? 1 : 0;
        for (JsonNode child : node) {
            found += count(child, reference);
        }
        return found;
    }
}
