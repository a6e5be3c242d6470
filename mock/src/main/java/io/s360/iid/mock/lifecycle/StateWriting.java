package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a population so that reading it again gives one that nobody can tell from it. Nothing counts as seen by that. */
record StateWriting(Lifecycle lifecycle, Population population) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    JsonNode write() {
        ObjectNode state = JSON.objectNode();
        lifecycle.resources().values().forEach(kind -> state.set(kind.name(), write(kind)));
        return state;
    }

    private ArrayNode write(Resource kind) {
        ArrayNode items = JSON.arrayNode();
        Map<Brood, Integer> listed = new HashMap<>();
        for (Individual one : population.all(kind)) {
            items.add(write(one));
            listed.merge(population.below(one.identity().parent()), 1, Integer::sum);
        }
        for (Individual parent : parentsOf(kind)) {
            Brood brood = population.below(parent);
            if (kind.key() == null) {
                brood.unnamed(kind).forEach((owner, number) -> items.add(count(parent, owner, number)));
            } else if (brood.born(kind) > listed.getOrDefault(brood, 0)) {
                items.add(count(parent, Brood.NOBODY, brood.born(kind) - listed.getOrDefault(brood, 0)));
            }
        }
        return items;
    }

    private Collection<@Nullable Individual> parentsOf(Resource kind) {
        return kind.within() == null
                ? Collections.singletonList(null)
                : Collections.unmodifiableCollection(population.all(lifecycle.resource(kind.within())));
    }

    private static ObjectNode count(@Nullable Individual parent, String owner, int number) {
        ObjectNode item = place(JSON.objectNode(), parent, owner.equals(Brood.NOBODY) ? null : owner);
        return item.put(StateForm.COUNT, number);
    }

    private static ObjectNode write(Individual one) {
        Individual.Identity identity = one.identity();
        Life life = one.life();
        ObjectNode item = JSON.objectNode().put(identity.kind().key(), identity.key());
        place(item, identity.parent(), identity.owner());
        if (!identity.kind().states().isEmpty()) {
            item.put(
                    StateForm.STATE,
                    life.reason() == null ? Standing.ACTIVE : Standing.ENDED + StateForm.BY + life.reason());
        }
        identity.attributes().properties().forEach(attribute -> item.set(attribute.getKey(), attribute.getValue()));
        put(item, StateForm.CREATED_AT, life.createdAt());
        put(item, StateForm.EXPIRES_AT, life.expiresAt());
        put(item, StateForm.MAX_EXPIRES_AT, life.maxExpiresAt());
        put(item, StateForm.LAST_EXTENDED_AT, life.lastExtendedAt());
        put(item, StateForm.ENDED_AT, life.endedAt());
        return item.put(StateForm.SEQUENCE, one.sequence());
    }

    private static ObjectNode place(ObjectNode item, @Nullable Individual parent, @Nullable String owner) {
        if (parent != null && parent.identity().key() != null) {
            item.put(StateForm.WITHIN, parent.identity().key());
        }
        if (owner != null) {
            item.put(StateForm.OWNED_BY, owner);
        }
        return item;
    }

    private static void put(ObjectNode item, String name, @Nullable Instant time) {
        if (time != null) {
            item.put(name, Times.text(time));
        }
    }
}
