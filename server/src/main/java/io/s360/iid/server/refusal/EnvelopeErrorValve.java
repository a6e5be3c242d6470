package io.s360.iid.server.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** What the container would say by a page of its own, it says by the contract's envelope. */
final class EnvelopeErrorValve extends ErrorReportValve {

    private static final String UNANSWERED = EnvelopeErrorValve.class.getName() + ".unanswered";

    private final EnvelopeWriter writer;
    private final String traceHeader;

    EnvelopeErrorValve(EnvelopeWriter writer, String traceHeader) {
        this.writer = writer;
        this.traceHeader = traceHeader;
    }

    /** Has a connection closed without an answer: the contract has none for a request that did not arrive. */
    static void leaveUnanswered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(UNANSWERED, true);
        if (!response.isCommitted()) {
            response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (request.getAttribute(UNANSWERED) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, failure);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (response.getHeader(traceHeader) == null) {
            response.setHeader(traceHeader, UUID.randomUUID().toString());
        }
        try {
            writer.write(request, response, response.getStatus());
        } catch (IOException | IllegalStateException tooLate) {
            container.getLogger().debug("An error could not be reported", tooLate);
        }
    }
}
