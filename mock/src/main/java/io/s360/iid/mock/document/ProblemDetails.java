package io.s360.iid.mock.document;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers that no document declares, as RFC 9457 has them. */
final class ProblemDetails {

    static final int NOT_ACCEPTABLE = 406;
    static final int NOT_SERVED = 501;
    static final String TYPE = "application/problem+json";
    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            404, "Not Found",
            405, "Method Not Allowed",
            406, "Not Acceptable",
            415, "Unsupported Media Type",
            422, "Unprocessable Content",
            501, "Not Implemented");

    private ProblemDetails() {}

    /** @param operation null if the request means none */
    static DocumentAnswer answer(int status, String detail, @Nullable String operation, List<Problem> problems) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String title = TITLES.getOrDefault(status, "Refused");
        body.put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> body.withArray("problems")
                    .addObject()
                    .put("where", problem.where())
                    .put("rule", problem.rule())
                    .put("expected", problem.expected())
                    .put("message", problem.message())
                    .put("line", problem.line()));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", TYPE);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return new DocumentAnswer(status, headers, bytes, operation, status + " " + title, problems);
    }
}
