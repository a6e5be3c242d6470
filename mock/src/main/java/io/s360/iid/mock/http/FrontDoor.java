package io.s360.iid.mock.http;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.mock.answer.Exchange;
import io.s360.iid.mock.answer.Respondent;
import java.io.IOException;
import java.io.UncheckedIOException;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Stands before WireMock: keeps the request as it came, answers preflights, guards the admin API, and gives the contract's
 * answer wherever WireMock has none.
 */
final class FrontDoor extends HandlerWrapper {

    /** Of a body that is not the contract's business: enough for a user's own stub. */
    private static final int LONGEST_OTHER_BODY = 8 << 20;

    private final Contract contract;
    private final Respondent respondent;
    private final AdminGate adminGate;
    private final CrossOrigin crossOrigin;

    FrontDoor(Contract contract, Respondent respondent, AdminGate adminGate) {
        this.contract = contract;
        this.respondent = respondent;
        this.adminGate = adminGate;
        this.crossOrigin = new CrossOrigin(respondent.headerNames());
    }

    @Override
    public void handle(String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        RawRequest raw = new RawRequest(request);
        if (AdminGate.guards(target) && adminGate.admits(raw, jetty.getRemoteInetSocketAddress())) {
            administer(target, jetty, request, response);
        } else if (crossOrigin.isPreflight(raw)) {
            crossOrigin.allow(raw, response);
        } else {
            crossOrigin.expose(raw, response);
            answer(target, jetty, raw, request, response);
        }
        jetty.setHandled(true);
    }

    private void administer(String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            super.handle(target, jetty, request, response);
        } catch (ServletException | RuntimeException fault) {
            Wire.write(respondent.replyToFault(fault), response);
        }
    }

    private void answer(
            String target, Request jetty, RawRequest raw, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Exchange exchange = new Exchange(respondent, raw);
        try {
            if (isForStubs(target, raw)) {
                passOn(target, jetty, new TamedRequest(request, raw, longestBody(raw)), response, exchange);
            } else {
                Wire.write(exchange.reply(), response);
            }
            raw.drain();
        } catch (UncheckedIOException lost) {
            jetty.getHttpChannel().abort(lost); // nobody waits for an answer
        }
    }

    /** Whatever WireMock stumbles over, the contract has an answer to it; the same that a stub has had already. */
    private void passOn(
            String target, Request jetty, TamedRequest request, HttpServletResponse response, Exchange exchange)
            throws IOException, ServletException {
        exchange.enter();
        try {
            super.handle(target, jetty, request, new TamedResponse(response, exchange));
        } catch (UncheckedIOException gone) {
            throw gone;
        } catch (ServletException | RuntimeException | StackOverflowError stumbled) {
            if (response.isCommitted()) {
                throw stumbled;
            }
            Wire.write(exchange.reply(), response);
        } finally {
            exchange.leave();
        }
    }

    /** Not what would fetch files, nor what WireMock answers with nothing. */
    private static boolean isForStubs(String target, RawRequest raw) {
        return !AdminGate.guards(target)
                && !target.startsWith("/__files")
                && !raw.method().equals("CONNECT");
    }

    /** One byte more than any operation takes, so that too long is told from just long enough. */
    private int longestBody(RawRequest raw) {
        return contract.operationsAt(raw.path()).stream()
                        .mapToInt(Operation::maxBytes)
                        .max()
                        .orElse(LONGEST_OTHER_BODY - 1)
                + 1;
    }
}
