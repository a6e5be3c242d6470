package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.engine.Engine;
import io.s360.iid.mock.stub.Exchange;
import io.s360.iid.mock.tenant.Reception;
import io.s360.iid.mock.tenant.Tenant;
import io.s360.iid.mock.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.AbstractHandler;

/**
 * Where every request comes in: keeps it as it came, finds its tenant, answers preflights, guards the admin APIs, and gives the
 * contract's answer at once unless the user has stubs that go first.
 */
public final class FrontDoor extends AbstractHandler {

    /** How the paths of the mock itself begin. */
    private static final String OWN = "/__";

    /** Of a body that is not the contract's business: enough for a user's own stub. */
    private static final int LONGEST_OTHER_BODY = 8 << 20;

    private final Supplier<Served> served;
    private final Tenants tenants;
    private final Reception reception;
    private final Engine engine;
    private final Pages pages;
    private final AdminGate adminGate;
    private final CrossOrigin crossOrigin;

    /** @param isAdminOpen whether other machines may use the admin APIs */
    public FrontDoor(
            Supplier<Served> served,
            Tenants tenants,
            Reception reception,
            Engine engine,
            Pages pages,
            boolean isAdminOpen) {
        this.served = served;
        this.tenants = tenants;
        this.reception = reception;
        this.engine = engine;
        this.pages = pages;
        this.adminGate = new AdminGate(isAdminOpen);
        this.crossOrigin = new CrossOrigin(() -> served.get().headerNames());
    }

    @Override
    public void handle(String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> prefix = TenantChoice.takePrefix(jetty);
        String path = prefix.isPresent() ? jetty.getHttpURI().getDecodedPath() : target;
        RawRequest raw = new RawRequest(jetty);
        boolean isAdmitted = path.startsWith(OWN) && adminGate.admits(raw, jetty.getRemoteInetSocketAddress());
        if (isAdmitted && AdminGate.guards(path)) {
            administer(path, jetty, request, response);
        } else if (crossOrigin.isPreflight(raw)) {
            crossOrigin.allow(raw, response);
        } else {
            crossOrigin.expose(raw, response);
            Optional<Reply> page = path.startsWith(OWN) ? pages.page(raw, isAdmitted) : Optional.empty();
            if (page.isPresent()) {
                Wire.write(page.get(), response);
            } else {
                answer(path, jetty, raw, TenantChoice.named(prefix, request), response);
            }
        }
        jetty.setHandled(true);
    }

    private void administer(String path, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            engine.handler(getServer()).handle(path, jetty, request, response);
        } catch (Exception fault) {
            Wire.write(served.get().replyToFault(), response);
        } finally {
            engine.look();
        }
    }

    private void answer(
            String path, Request jetty, RawRequest raw, Optional<String> tenant, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            if (tenant.isEmpty()) {
                Wire.write(served.get().replyToNoRequest(), response);
            } else if (engine.hasOwnStubs() && isForStubs(path, raw)) {
                passOn(path, jetty, raw, tenants.use(tenant.get()), response);
            } else {
                Wire.write(reception.receive(raw, tenants.use(tenant.get()), false), response);
            }
            raw.drain();
        } catch (UncheckedIOException lost) {
            jetty.getHttpChannel().abort(lost); // nobody waits for an answer
        }
    }

    /** Whatever WireMock stumbles over, the contract has an answer to it; the same that a stub has had already. */
    private void passOn(String path, Request jetty, RawRequest raw, Tenant tenant, HttpServletResponse response)
            throws IOException, ServletException {
        Exchange exchange = new Exchange(reception, raw, tenant);
        exchange.enter();
        try {
            engine.handler(getServer())
                    .handle(
                            path,
                            jetty,
                            new TamedRequest(jetty, raw, longestBody(raw)),
                            new TamedResponse(response, exchange));
            if (!exchange.isAnswered()) {
                reception.noteStubbed(raw, tenant, response.getStatus());
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
    private static boolean isForStubs(String path, RawRequest raw) {
        return !AdminGate.guards(path)
                && !path.startsWith("/__files")
                && !raw.method().equals("CONNECT");
    }

    /** One byte more than any operation takes, so that too long is told from just long enough. */
    private int longestBody(RawRequest raw) {
        return served.get().longestBody(raw.path()).orElse(LONGEST_OTHER_BODY - 1) + 1;
    }
}
