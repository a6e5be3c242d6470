package io.s360.iid.contract.request;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that is wrong with a request, as far as it can be told.
 *
 * @param operation null if the contract has no operation of this path and method; nothing else was looked at then
 * @param body null unless it is one JSON text
 * @param violations in the order of the checks; none if only the rate can still refuse the request
 */
public record Examination(
        @Nullable Operation operation, @Nullable JsonNode body, List<Violation> violations) {

    public Examination {
        violations = List.copyOf(violations);
    }
}
