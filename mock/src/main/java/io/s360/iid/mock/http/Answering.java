package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.Answered;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.engine.Engine;
import io.s360.iid.mock.fault.FaultPlan;
import io.s360.iid.mock.fault.UnusablePlan;
import io.s360.iid.mock.refusal.Reason;
import io.s360.iid.mock.stub.Exchange;
import io.s360.iid.mock.tenant.Reception;
import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * How a request to an operation gets its answer: something goes wrong on purpose, a user's own stub answers, or the contract
 * does.
 */
record Answering(Supplier<Served> served, Tenants tenants, Reception reception, Engine engine, Troubles troubles) {

    /** Of a body that is not the contract's business: enough for a user's own stub. */
    private static final int LONGEST_OTHER_BODY = 8 << 20;

    /** A request that has just come in. */
    void begin(String path, Request jetty, RawRequest raw, TenantChoice choice, HttpServletResponse response)
            throws IOException, ServletException {
        Tenant tenant = tenants.use(choice.name());
        if (choice.problem() != null) {
            refuse(
                    raw,
                    tenant,
                    new Reason(TenantChoice.HEADER, "tenant", choice.problem(), null, null, null),
                    response);
            return;
        }
        try {
            Visit visit = new Visit(path, raw, tenant, troubles.of(raw, tenant, response));
            if (visit.mishap().delay().isZero()) {
                goOn(visit, jetty, response);
            } else {
                visit.await(jetty);
            }
        } catch (UnusablePlan wrong) {
            refuse(raw, tenant, new Reason(FaultPlan.HEADER, "fault", wrong.sentence(), null, null, null), response);
        }
    }

    private void refuse(RawRequest raw, Tenant tenant, Reason reason, HttpServletResponse response) throws IOException {
        Wire.write(reception.note(raw, tenant, tenant.refuse(raw, reason), false), response);
        raw.drain();
    }

    /** A request that has waited as long as it must. */
    void goOn(Visit visit, Request jetty, HttpServletResponse response) throws IOException, ServletException {
        Reception telling = troubles.telling(reception, visit);
        if (troubles.hasBroken(visit, telling, jetty)) {
            return;
        }
        Optional<Answered> wrong = troubles.answer(visit, response);
        if (wrong.isPresent()) {
            Wire.write(telling.note(visit.raw(), visit.tenant(), wrong.get(), false), response);
        } else if (engine.hasOwnStubs() && isForStubs(visit)) {
            passOn(visit, telling, jetty, response);
        } else {
            Wire.write(telling.receive(visit.raw(), visit.tenant(), false), response);
        }
        visit.raw().drain();
    }

    /** Whatever WireMock stumbles over, the contract has an answer to it; the same that a stub has had already. */
    private void passOn(Visit visit, Reception telling, Request jetty, HttpServletResponse response)
            throws IOException, ServletException {
        Exchange exchange = new Exchange(telling, visit.raw(), visit.tenant());
        exchange.enter();
        try {
            engine.handler(jetty.getHttpChannel().getServer())
                    .handle(
                            visit.path(),
                            jetty,
                            new TamedRequest(jetty, visit.raw(), longestBody(visit)),
                            new TamedResponse(response, exchange));
            if (!exchange.isAnswered()) {
                telling.noteStubbed(visit.raw(), visit.tenant(), response.getStatus());
            }
        } catch (UncheckedIOException | IOException gone) {
            throw gone;
        } catch (Exception | StackOverflowError stumbled) {
            if (response.isCommitted()) {
                throw new ServletException(stumbled);
            }
            Wire.write(exchange.reply(), response);
        } finally {
            exchange.leave();
        }
    }

    /** Not what would fetch files, nor what WireMock answers with nothing. */
    private static boolean isForStubs(Visit visit) {
        return !AdminGate.guards(visit.path())
                && !visit.path().startsWith("/__files")
                && !visit.raw().method().equals("CONNECT");
    }

    /** One byte more than any operation takes, so that too long is told from just long enough. */
    private int longestBody(Visit visit) {
        return served.get().longestBody(visit.raw().path()).orElse(LONGEST_OTHER_BODY - 1) + 1;
    }
}
