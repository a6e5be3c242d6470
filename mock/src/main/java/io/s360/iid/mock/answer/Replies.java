package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of a contract as replies. */
final class Replies {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private Replies() {}

    /** As its example shows it, with the headers that it declares. */
    static Reply shown(Answer answer) {
        return new Reply(answer.status(), headersOf(answer), answer.body().toString());
    }

    /** The headers that it declares, and the type of its body. */
    static Map<String, String> headersOf(Answer answer) {
        if (answer.headers().size() == 0) {
            return JSON;
        }
        Map<String, String> headers = new LinkedHashMap<>(JSON);
        answer.headers()
                .forEach((name, header) ->
                        headers.put(name, header.get("example").text()));
        return headers;
    }
}
