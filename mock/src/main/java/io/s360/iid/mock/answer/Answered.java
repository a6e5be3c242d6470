package io.s360.iid.mock.answer;

import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
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
        @Nullable JsonNode body) {

    /** The header in which the mock itself says a sentence beside an answer. */
    public static final String REASON = "X-Mock-Reason";

    /** The same with one thing more to say of it. */
    public Answered remarking(Reason remark) {
        return new Answered(reply, account.remarking(remark), traceId, body);
    }
}
