package io.s360.iid.contract;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A named example of a response: what an operation answers in one case.
 *
 * @param name unique within an operation
 * @param body the envelope, as the example shows it; not to be changed, see {@link #copyOfBody()}
 * @param headers the declared headers by name, as the document spells them
 * @param schema of the body
 * @param place where the example's value stands
 */
public record Answer(
        String name,
        int status,
        JsonNode body,
        Map<String, Clause> headers,
        Clause schema,
        Place place,
        Provenance provenance) {

    /** A body to put live values into. */
    public JsonNode copyOfBody() {
        return body.deepCopy();
    }

    /** Whether the answer grants what was asked. */
    public boolean isSuccess() {
        return status < 300;
    }

    /** By its place: the body and the schema are large. */
    @Override
    public int hashCode() {
        return place.hashCode();
    }

    @Override
    public String toString() {
        return status + " " + name;
    }
}
