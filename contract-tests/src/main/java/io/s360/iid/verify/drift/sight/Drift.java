package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an exchange differs from the contract.
 *
 * @param operation null if the contract has none for the request
 * @param status of the answer
 * @param where JSON pointer of the value, with {@code *} for a place in a list; or the name of a header; or empty
 * @param place of the clause that is not kept
 * @param slot where the clause is used: the same as the cause's spot unless it is referred to
 * @param expected what the contract says
 * @param got what came, without any value that may be secret
 * @param keywords of the schema that the value breaks
 */
public record Drift(
        Cause cause,
        @Nullable Operation operation,
        int status,
        String where,
        Place place,
        Provenance provenance,
        Spot slot,
        String expected,
        String got,
        Set<String> keywords,
        Evidence evidence) {

    public Drift {
        keywords = Set.copyOf(keywords);
    }
}
