package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is wrong with a request to the admin API, as a problem document (RFC 9457). */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Map<String, String> headers;

    private Problem(int status, String title, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.headers = headers;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail, Map.of());
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not Found", detail, Map.of());
    }

    static Problem methodNotAllowed(String allowed) {
        return new Problem(405, "Method Not Allowed", "the path has only " + allowed, Map.of("Allow", allowed));
    }

    static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail, Map.of());
    }

    static Problem tooLarge(int most) {
        return new Problem(413, "Content Too Large", "the body has more than " + most + " bytes", Map.of());
    }

    static Problem unsupportedMediaType() {
        return new Problem(415, "Unsupported Media Type", "the body is not declared as application/json", Map.of());
    }

    static Problem fault(Throwable fault) {
        return new Problem(
                500,
                "Internal Server Error",
                "fault in the mock: " + fault.getClass().getName(),
                Map.of());
    }

    Reply toReply() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Content-Type", "application/problem+json");
        all.putAll(headers);
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put("title", title)
                .put("detail", getMessage())
                .toString();
        return new Reply(status, all, body);
    }
}
