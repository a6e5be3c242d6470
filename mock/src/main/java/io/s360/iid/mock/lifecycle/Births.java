package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Resource;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How new resources come into the world. */
record Births(Lifecycle lifecycle, Supplier<UUID> ids) {

    /** How many resources with a key a decision would create. */
    int expectedBy(Decision decision, Call call) {
        return decision.then().stream()
                .filter(Effect.Create.class::isInstance)
                .map(effect -> lifecycle.resource(effect.resource()))
                .filter(kind -> kind.key() != null)
                .mapToInt(kind -> call.itemsOf(kind).size())
                .sum();
    }

    /** One for each item of the request, or just one. */
    void in(Population population, String name, Call call, Subjects subjects) {
        Resource kind = lifecycle.resource(name);
        Individual parent = kind.within() == null ? null : subjects.get(kind.within());
        Life life = Life.beginning(
                call.now(),
                kind.expires(),
                parent == null ? null : parent.life().maxExpiresAt());
        for (JsonNode item : call.itemsOf(kind)) {
            String id = ids.get().toString();
            String key = kind.key() == null ? null : id;
            subjects.addCreated(population.bear(
                    new Individual.Identity(kind, id, key, parent, call.clientId(), attributes(kind, item)), life));
        }
    }

    /** What the request says of an attribute, by its name. */
    private static ObjectNode attributes(Resource kind, JsonNode item) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        kind.attributes()
                .forEach(name -> attributes.set(name, item.has(name) ? item.get(name) : attributes.nullNode()));
        return attributes;
    }
}
