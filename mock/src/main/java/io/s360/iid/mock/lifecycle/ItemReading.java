package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one resource among those that are there already. What it lacks is as in demo data. */
record ItemReading(StateReading all, Item item) {

    Individual.Identity identity() {
        Resource kind = item.kind();
        String given = item.text(String.valueOf(kind.key())).orElseThrow(() -> item.lacks(String.valueOf(kind.key())));
        String key = all.keys().canonical(kind, given);
        if (all.find(kind, key).isPresent()) {
            throw item.wrong(String.valueOf(kind.key()), "names a " + kind.name() + " that is there already");
        }
        String owner = owner().orElse(null);
        if (owner == null && kind.ownedByClient()) {
            throw item.lacks(StateForm.OWNED_BY);
        }
        return new Individual.Identity(kind, key, key, parent().orElse(null), owner, attributes());
    }

    /** Empty for an outermost one, and for one whose parent has no key. */
    Optional<Individual> parent() {
        Resource kind = item.kind();
        Resource above =
                kind.within() == null ? null : all.contract().lifecycle().resource(kind.within());
        if (above == null || above.key() == null) {
            return Optional.empty();
        }
        String named = item.text(StateForm.WITHIN).orElseThrow(() -> item.lacks(StateForm.WITHIN));
        Individual parent = all.find(above, all.keys().canonical(above, named))
                .orElseThrow(() -> item.wrong(StateForm.WITHIN, "names no " + above.name() + " that is there"));
        return Optional.of(parent);
    }

    Optional<String> owner() {
        Optional<String> owner = item.text(StateForm.OWNED_BY);
        if (owner.flatMap(all.contract().demo()::client).isEmpty() && owner.isPresent()) {
            throw item.wrong(StateForm.OWNED_BY, "names no client of the contract");
        }
        return owner;
    }

    private ObjectNode attributes() {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        for (String name : item.kind().attributes()) {
            JsonNode value = item.node().get(name);
            attributes.set(name, value == null ? attributes.nullNode() : value);
        }
        return attributes;
    }

    Life life() {
        Optional<Instant> created = item.time(StateForm.CREATED_AT);
        if (item.kind().states().isEmpty()) {
            return new Life(created.orElse(all.now()), null, null, null, null, null);
        }
        Life life = begun(created);
        String reason = standing().reason();
        Optional<Instant> ended = item.time(StateForm.ENDED_AT);
        if (reason == null && ended.isPresent()) {
            throw item.wrong(StateForm.ENDED_AT, "is given, but the state is not " + Standing.ENDED);
        }
        return reason == null ? life : life.endedBy(reason, ended.orElse(all.now()));
    }

    private Life begun(Optional<Instant> created) {
        Instant until = all.now().plus(all.contract().demo().lasts());
        Instant limit = parent().map(parent -> parent.life().maxExpiresAt()).orElse(null);
        Optional<Instant> expiry = item.time(StateForm.EXPIRES_AT);
        Instant latest = item.time(StateForm.MAX_EXPIRES_AT).or(() -> expiry).orElse(Life.earlier(until, limit));
        if (expiry.isPresent() && expiry.get().isAfter(latest)) {
            throw item.wrong(StateForm.EXPIRES_AT, "is after " + StateForm.MAX_EXPIRES_AT);
        }
        if (limit != null && latest.isAfter(limit)) {
            String which =
                    item.find(StateForm.MAX_EXPIRES_AT).isPresent() ? StateForm.MAX_EXPIRES_AT : StateForm.EXPIRES_AT;
            throw item.wrong(which, "is after the latest expiry of its parent");
        }
        return new Life(
                created.orElse(standing().isActive() ? all.now() : all.now().minus(Seeding.AGO)),
                expiry.orElse(latest),
                latest,
                item.time(StateForm.LAST_EXTENDED_AT).orElse(null),
                null,
                null);
    }

    private Standing standing() {
        Resource kind = item.kind();
        String state = item.text(StateForm.STATE).orElseThrow(() -> item.lacks(StateForm.STATE));
        String[] parts = state.split(StateForm.BY, 2);
        if (!kind.states().contains(parts[0])) {
            throw item.wrong(StateForm.STATE, "is none of " + String.join(", ", kind.states()));
        }
        if (!parts[0].equals(Standing.ENDED)) {
            if (parts.length == 2) {
                throw item.wrong(StateForm.STATE, "has a reason, which only " + Standing.ENDED + " has");
            }
            return Standing.active();
        }
        if (parts.length == 1 || !kind.reasons().contains(parts[1])) {
            throw item.wrong(
                    StateForm.STATE,
                    "needs a reason, as in '" + Standing.ENDED + StateForm.BY
                            + String.join("' or '" + Standing.ENDED + StateForm.BY, kind.reasons()) + "'");
        }
        return Standing.endedBy(parts[1]);
    }
}
