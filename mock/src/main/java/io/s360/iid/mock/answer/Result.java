package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.mock.lifecycle.Outcome;
import io.s360.iid.mock.refusal.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a request comes to.
 *
 * @param body that of the answer, perhaps with live values
 * @param headers beside those that the answer always has
 */
record Result(Answer answer, JsonNode body, Map<String, String> headers, Reason reason) {

    /** The answer as its example shows it. */
    static Result asShown(Answer answer, Map<String, String> headers, Reason reason) {
        return new Result(answer, answer.body(), headers, reason);
    }

    static Result of(Verdict.Refused refused) {
        return asShown(refused.answer(), refused.headers(), Reason.of(refused.violations()));
    }

    static Result of(Outcome outcome) {
        Answer answer = outcome.decision().answer();
        return new Result(answer, outcome.body(), Map.of(), Reason.of(outcome.decision()));
    }

    Reply toReply(String traceHeader, String traceId) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", "application/json");
        answer.headers()
                .forEach((name, header) -> all.put(name, header.get("example").text()));
        all.putAll(headers);
        all.put(traceHeader, traceId);
        return new Reply(answer.status(), all, body.toString());
    }
}
