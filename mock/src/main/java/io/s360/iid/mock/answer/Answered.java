package io.s360.iid.mock.answer;

import io.s360.iid.mock.refusal.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request that has its answer.
 *
 * @param body that of the request, if it has been read and is JSON; not to be changed
 */
public record Answered(
        Reply reply,
        Account account,
        String traceId,
        @Nullable JsonNode body) {}
