package io.s360.iid.mock.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is answered to a request that means no operation. */
final class Misses {

    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private Misses() {}

    /** @param near the paths that may have been meant, the likeliest first */
    static DocumentAnswer noSuchPath(Stream<String> near) {
        String meant =
                near.findFirst().map(path -> "; did you mean " + path + "?").orElse("");
        String message = "is not in the document" + meant;
        Problem problem = new Problem("path", "path", "a path of the document", message, 1);
        return ProblemDetails.answer(NOT_FOUND, "The path " + message, null, List.of(problem));
    }

    /** @param first an operation of the path, for its line */
    static DocumentAnswer noSuchMethod(Set<String> methods, Operation first) {
        String allowed = String.join(", ", methods);
        String message = "the path has only " + allowed;
        int line = first.part().place().line();
        Problem problem = new Problem("method", "method", allowed, message, line);
        DocumentAnswer refused =
                ProblemDetails.answer(NOT_ALLOWED, "The path has only " + allowed, null, List.of(problem));
        Map<String, String> headers = new LinkedHashMap<>(refused.headers());
        headers.put("Allow", allowed);
        return new DocumentAnswer(NOT_ALLOWED, headers, refused.body(), null, refused.answer(), refused.problems());
    }
}
