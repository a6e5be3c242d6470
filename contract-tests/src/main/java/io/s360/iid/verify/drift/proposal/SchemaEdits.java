package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.drift.sight.Cause;
import io.s360.iid.verify.drift.sight.Observed;
import io.s360.iid.verify.drift.sight.Spot;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of what a schema says of a member or a value. */
final class SchemaEdits {

    static final String SEEN = "Seen in traffic.";

    private static final String REQUIRED = "/required";
    private static final String PROPERTIES = "/properties";

    private SchemaEdits() {}

    /** Declares an unknown member. */
    static String addMember(Draft draft, Observed observed) {
        String name = toldNameOf(observed);
        ObjectNode schema = marked(ShapeSchema.of(observed.evidence().shape()), observed);
        for (Spot spot : observed.slots()) {
            draft.edit(spot.file(), file -> {
                YamlFile changed = file.has(spot.pointer() + PROPERTIES)
                        ? file.add(spot.pointer() + PROPERTIES, name, schema)
                        : file.add(
                                spot.pointer(),
                                "properties",
                                schema.objectNode().set(name, schema));
                return withRoom(changed, spot);
            });
        }
        return "the optional member " + name + " added to " + inWords(observed.slots());
    }

    private static YamlFile withRoom(YamlFile file, Spot spot) {
        String limit = spot.pointer() + "/maxProperties";
        return file.has(limit) ? file.remove(spot.pointer(), "maxProperties") : file;
    }

    /** What is new was seen, and is documented nowhere. */
    static ObjectNode marked(ObjectNode schema, Observed observed) {
        schema.put("description", SEEN);
        if (observed.first().provenance() == Provenance.DOCUMENTED) {
            schema.put("x-provenance", "assumed");
        }
        return schema;
    }

    /** Lets a missing member be missing. */
    static String makeOptional(Draft draft, Observed observed) {
        String name = toldNameOf(observed);
        for (Spot spot : observed.slots()) {
            JsonNode required = Values.at(draft, spot.child("required"));
            for (int at = 0; at < required.size(); at++) {
                if (required.get(at).asString().equals(name)) {
                    int index = at;
                    draft.edit(
                            spot.file(),
                            file -> required.size() == 1
                                    ? file.remove(spot.pointer(), "required")
                                    : file.removeItem(spot.pointer() + REQUIRED, index));
                }
            }
        }
        return name + " no longer required in " + inWords(observed.slots());
    }

    /** Loosens the schema of a value: where it stands, or at the one place where it is used so. */
    static String loosen(Draft draft, Observed observed) {
        Spot spot = observed.cause().spot();
        Spot slot = observed.slots().iterator().next();
        Loosened loosened = Loosened.of(Values.at(draft, spot), observed);
        boolean isElsewhereToo =
                observed.slots().size() == 1 && !slot.equals(spot) && Values.references(draft, spot) > 1;
        if (isElsewhereToo) {
            draft.edit(slot.file(), file -> file.set(slot.pointer(), loosened.schema()));
        } else {
            change(draft, spot, loosened.schema());
        }
        if (loosened.isOfOtherType()) {
            Examples.adapt(draft, observed);
        }
        return loosened.inWords() + " in " + inWords(Set.of(isElsewhereToo ? slot : spot));
    }

    /** Keyword by keyword, so that the rest of the schema stays as it is written. */
    private static void change(Draft draft, Spot spot, ObjectNode wanted) {
        JsonNode before = Values.at(draft, spot);
        for (String keyword : before.propertyNames()) {
            if (!wanted.has(keyword)) {
                draft.edit(spot.file(), file -> file.remove(spot.pointer(), keyword));
            } else if (!wanted.get(keyword).equals(before.get(keyword))) {
                draft.edit(spot.file(), file -> file.set(spot.child(keyword).pointer(), wanted.get(keyword)));
            }
        }
        wanted.properties().stream()
                .filter(keyword -> !before.has(keyword.getKey()))
                .forEach(keyword -> draft.edit(
                        spot.file(), file -> file.add(spot.pointer(), keyword.getKey(), keyword.getValue())));
    }

    static String toldNameOf(Observed observed) {
        Cause cause = observed.cause();
        if (cause.name().isEmpty()) {
            throw new NotProposed("its name is not told: look at the traffic itself");
        }
        return cause.name();
    }

    static String inWords(Set<Spot> spots) {
        return String.join(
                ", ",
                spots.stream()
                        .map(spot -> spot.pointer().replace("~1", "/"))
                        .sorted()
                        .toList());
    }
}
