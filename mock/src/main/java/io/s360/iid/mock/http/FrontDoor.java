package io.s360.iid.mock.http;

import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.engine.Engine;
import io.s360.iid.mock.tenant.Reception;
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
import wiremock.org.eclipse.jetty.util.VirtualThreads;

/**
 * Where every request comes in: keeps it as it came, finds its tenant, answers preflights, guards the admin APIs, and gives the
 * contract's answer at once unless the user has stubs that go first.
 */
public final class FrontDoor extends AbstractHandler {

    /** How the paths of the mock itself begin. */
    private static final String OWN = "/__";

    private final Engine engine;
    private final Pages pages;
    private final AdminGate adminGate;
    private final CrossOrigin crossOrigin;
    private final Answering answering;

    /**
     * Who may do what here.
     *
     * @param isAdminOpen whether other machines may use the admin APIs
     * @param hasFaultMode whether callers may have something go wrong on purpose
     */
    public record Rights(boolean isAdminOpen, boolean hasFaultMode) {}

    public FrontDoor(
            Supplier<Served> served, Tenants tenants, Reception reception, Engine engine, Pages pages, Rights rights) {
        this.engine = engine;
        this.pages = pages;
        this.adminGate = new AdminGate(rights.isAdminOpen());
        this.answering = new Answering(served, tenants, reception, engine, new Troubles(rights.hasFaultMode()));
        this.crossOrigin = new CrossOrigin(() -> served.get().headerNames());
    }

    @Override
    public void handle(String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        letOthersGoFirst();
        try {
            Optional<Visit> waited = Visit.resumedBy(jetty);
            if (waited.isPresent()) {
                answering.goOn(waited.get(), jetty, response);
            } else {
                comeIn(target, jetty, request, response);
            }
        } catch (UncheckedIOException lost) {
            jetty.getHttpChannel().abort(lost); // nobody waits for an answer
        }
        jetty.setHandled(true);
    }

    /** A virtual thread is never interrupted by another: a connection that always has a next request would go on for ever. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void letOthersGoFirst() {
        if (VirtualThreads.isVirtualThread()) {
            Thread.yield();
        }
    }

    private void comeIn(String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> prefix = TenantChoice.takePrefix(jetty);
        String path = prefix.isPresent() ? TenantChoice.pathOf(jetty) : target;
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
                raw.drain();
            } else {
                answering.begin(path, jetty, raw, TenantChoice.of(prefix, request), response);
            }
        }
    }

    private void administer(String path, Request jetty, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            engine.handler(getServer()).handle(path, jetty, request, response);
        } catch (IOException | ServletException | RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new ServletException(fault);
        } finally {
            engine.look();
        }
    }
}
