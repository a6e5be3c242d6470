package io.s360.iid.contract.request;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What has come out of the checks of a request. */
public sealed interface Verdict {

    /**
     * The request may be decided.
     *
     * @param clientId of the authenticated client
     * @param body keeps the schema of the operation
     */
    record Accepted(Operation operation, String clientId, JsonNode body) implements Verdict {}

    /**
     * The request is refused.
     *
     * @param operation null if the request names none
     * @param violations all that the failed check found; at least one
     * @param headers that the answer carries because of the failed check, such as {@code Allow}
     */
    record Refused(
            @Nullable Operation operation, Answer answer, List<Violation> violations, Map<String, String> headers)
            implements Verdict {}
}
