package io.s360.iid.server.refusal;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.server.client.Call;
import io.s360.iid.server.sight.Sighting;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;

/** Answers a request with a refusal. */
public final class EnvelopeWriter {

    private final Refusals refusals;

    public EnvelopeWriter(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Answers a request that is outside the contract. What is left of it is not waited for. */
    public void write(HttpServletRequest request, HttpServletResponse response, Verdict.Refused refused)
            throws IOException {
        write(request, response, refused.answer(), refused.headers());
    }

    /** Answers a request that has failed. One whose body did not arrive is not answered: its connection is closed. */
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        Operation operation = operationOf(request);
        if (failure instanceof UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof ClientAbortException) {
                EnvelopeErrorValve.leaveUnanswered(request, response);
            } else {
                write(request, response, refusals.unreadable(operation), Map.of());
            }
        } else {
            Sighting.of(request).failed(Refusals.causeOf(failure));
            Refusals.Refusal refusal = refusals.refusalOf(failure, operation);
            write(request, response, refusal.answer(), refusal.headers());
        }
    }

    /** Answers a request that the container or the framework has refused by a status. */
    void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        if (status != HttpServletResponse.SC_NOT_IMPLEMENTED) {
            write(request, response, refusals.answerTo(status, operationOf(request)), Map.of());
        } else if (request.getHeader("Transfer-Encoding") != null) {
            write(request, response, refusals.unknownCoding(), Map.of("Connection", "close"));
        } else {
            write(request, response, refusals.unknownMethod(), Map.of("Allow", refusals.methods()));
        }
    }

    private static @Nullable Operation operationOf(HttpServletRequest request) {
        return Call.of(request).map(Call::operation).orElse(null);
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, Answer answer, Map<String, String> headers)
            throws IOException {
        Sighting.of(request).answered(answer);
        if (response.isCommitted()) {
            return;
        }
        byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(answer.status());
        headers.forEach(response::setHeader);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
