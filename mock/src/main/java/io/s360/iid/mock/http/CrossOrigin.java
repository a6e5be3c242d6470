package io.s360.iid.mock.http;

import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.mock.tenant.Reception;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import wiremock.jakarta.servlet.http.HttpServletResponse;

/** Lets pages of every origin call the mock, and read every header of its answers. */
final class CrossOrigin {

    private static final String ORIGIN = "Origin";
    private static final String ASKED_METHOD = "Access-Control-Request-Method";
    private static final String ASKED_HEADERS = "Access-Control-Request-Headers";
    private static final int NO_CONTENT = 204;

    private final Supplier<Set<String>> headers;

    /** @param headers that answers may carry */
    CrossOrigin(Supplier<Set<String>> headers) {
        this.headers = headers;
    }

    /** Whether a browser asks if it may send another request. */
    boolean isPreflight(IncomingRequest request) {
        return request.method().equals("OPTIONS")
                && !request.headers(ORIGIN).isEmpty()
                && !request.headers(ASKED_METHOD).isEmpty();
    }

    /** Says that it may. */
    void allow(IncomingRequest request, HttpServletResponse response) {
        allowOrigin(request, response);
        response.setStatus(NO_CONTENT);
        response.setHeader("Access-Control-Allow-Methods", joined(request.headers(ASKED_METHOD)));
        if (!request.headers(ASKED_HEADERS).isEmpty()) {
            response.setHeader("Access-Control-Allow-Headers", joined(request.headers(ASKED_HEADERS)));
        }
        response.setHeader("Vary", String.join(", ", ORIGIN, ASKED_METHOD, ASKED_HEADERS));
    }

    /** Lets the page that sent a request read its answer; nothing if no page sent it. */
    void expose(IncomingRequest request, HttpServletResponse response) {
        if (!request.headers(ORIGIN).isEmpty()) {
            allowOrigin(request, response);
            response.setHeader(
                    "Access-Control-Expose-Headers", String.join(", ", headers.get()) + ", " + Reception.LINK);
            response.setHeader("Vary", ORIGIN);
        }
    }

    private static void allowOrigin(IncomingRequest request, HttpServletResponse response) {
        response.setHeader(
                "Access-Control-Allow-Origin", request.headers(ORIGIN).get(0));
        response.setHeader("Access-Control-Allow-Credentials", "true");
    }

    private static String joined(List<String> values) {
        return String.join(", ", values);
    }
}
