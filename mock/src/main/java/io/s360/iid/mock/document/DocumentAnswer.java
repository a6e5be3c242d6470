package io.s360.iid.mock.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it goes over the wire, and how it came about.
 *
 * @param headers in their order, with the type of the body if there is one
 * @param operation its id, or its method and path if it has none; null if the request means none
 * @param answer status and name, such as {@code 200 generated}
 * @param problems all that is wrong with the request; none if it is as the document wants it
 */
// The bytes are handed on and never looked at again; a copy of each body would cost more than it protects.
@SuppressWarnings("ArrayRecordComponent")
public record DocumentAnswer(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable String operation,
        String answer,
        List<Problem> problems) {

    public DocumentAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        problems = List.copyOf(problems);
    }

    /** Whether it is the mock's own, and not the document's: nothing acceptable, or nothing that can be served. */
    boolean isOwn() {
        return ProblemDetails.TYPE.equals(headers.get("Content-Type"))
                && answer.startsWith(status + " ")
                && (status == ProblemDetails.NOT_ACCEPTABLE || status == ProblemDetails.NOT_SERVED);
    }

    /** The same without its body, as {@code HEAD} is answered. */
    DocumentAnswer withoutBody() {
        return new DocumentAnswer(status, headers, new byte[0], operation, answer, problems);
    }
}
