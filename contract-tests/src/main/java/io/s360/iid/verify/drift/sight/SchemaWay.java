package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;
import java.util.Optional;

/**
 * The schema of a value within a body.
 *
 * @param schema with its reference followed
 * @param slot where the schema, or the reference to it, stands
 */
record SchemaWay(Clause schema, Spot slot) {

    /** The schema of the value at a JSON pointer below this one's; empty if the contract has none for it. */
    Optional<SchemaWay> to(String pointer) {
        Optional<SchemaWay> at = Optional.of(this);
        String[] steps = pointer.split("/", -1);
        for (int step = 1; step < steps.length && at.isPresent(); step++) {
            String name = Pointers.unescape(steps[step]);
            at = at.flatMap(way -> way.step(name));
        }
        return at;
    }

    private Optional<SchemaWay> step(String name) {
        Spot here = Spot.of(schema);
        Optional<SchemaWay> item = schema.find("items").map(items -> new SchemaWay(items, here.child("items")));
        return item.isPresent()
                ? item
                : schema.find("properties")
                        .flatMap(members -> members.find(name))
                        .map(member ->
                                new SchemaWay(member, here.child("properties").child(name)));
    }

    static String parentOf(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
    }

    static String nameIn(String pointer) {
        return Pointers.unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** With a {@code *} for each place in a list. */
    static String general(String pointer) {
        return pointer.replaceAll("/[0-9]+(?=/|$)", "/*");
    }
}
