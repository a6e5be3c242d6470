package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import io.s360.iid.mock.refusal.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request comes to.
 *
 * @param body that of the answer, perhaps with live values
 * @param headers beside those that the answer always has
 * @param request the body of the request; null if nobody had to read it
 */
record Result(
        Answer answer,
        JsonNode body,
        Map<String, String> headers,
        Account account,
        @Nullable JsonNode request) {

    /** The answer as its example shows it. */
    static Result asShown(Answer answer, Map<String, String> headers, Account account) {
        return new Result(answer, answer.body(), headers, account, null);
    }

    Reply toReply(String traceHeader, String traceId) {
        Map<String, String> all = new LinkedHashMap<>(Replies.headersOf(answer));
        all.putAll(headers);
        all.put(traceHeader, traceId);
        return new Reply(answer.status(), all, body.toString());
    }
}
