package io.s360.iid.contract;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import java.util.List;
import java.util.Map;

/**
 * A row of a decision table.
 *
 * @param row counted from 1
 * @param then what happens to the resources, in this order; before the answer is built
 * @param live which members of the answer take which attributes, by JSON pointer; a {@code *} in a pointer stands for
 *     every resource that this call has created
 */
public record Decision(
        int row,
        Given given,
        Answer answer,
        List<Effect> then,
        Map<String, LiveValue> live,
        Place place,
        Provenance provenance) {

    /**
     * An attribute of a resource.
     *
     * @param attribute the name of an attribute, or a path of names separated by slashes
     */
    public record LiveValue(String resource, String attribute) {}

    @Override
    public String toString() {
        return "row " + row + " (given " + given + ")";
    }
}
