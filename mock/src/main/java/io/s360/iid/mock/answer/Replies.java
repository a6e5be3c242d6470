package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of a contract as replies. */
final class Replies {

    private Replies() {}

    /** As its example shows it, with the headers that it declares. */
    static Reply shown(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        answer.headers()
                .forEach((name, header) ->
                        headers.put(name, header.get("example").text()));
        return new Reply(answer.status(), headers, answer.body().toString());
    }
}
