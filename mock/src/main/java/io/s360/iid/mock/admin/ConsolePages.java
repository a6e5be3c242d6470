package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.console.Console;
import io.s360.iid.mock.http.Pages;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The console, for callers who may steer the mock. */
public final class ConsolePages implements Pages {

    @Override
    public Optional<Reply> page(MockRequest request, boolean isAdmitted) {
        return isAdmitted && request.path().startsWith(Console.ROOT)
                ? Console.asset(request.path())
                        .map(file -> request.method().equals("GET")
                                ? toReply(file)
                                : Problem.methodNotAllowed("GET").toReply())
                : Optional.empty();
    }

    private static Reply toReply(Console.Asset file) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", file.contentType());
        headers.putAll(Console.HEADERS);
        return new Reply(200, headers, new String(file.bytes(), StandardCharsets.UTF_8));
    }
}
