package io.s360.iid.mock.http;

import io.s360.iid.mock.fault.Mishap;
import io.s360.iid.mock.tenant.Tenant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * A request that has found its tenant.
 *
 * @param path decoded and without dots
 */
record Visit(String path, RawRequest raw, Tenant tenant, Mishap mishap) {

    private static final String WAITING = Visit.class.getName();

    /** The visit that has waited and now goes on; empty for a request that has just come. */
    static Optional<Visit> resumedBy(Request jetty) {
        return Optional.ofNullable((Visit) jetty.getAttribute(WAITING));
    }

    /** Lets go of the thread; the request comes in again when the wait is over. */
    void await(Request jetty) {
        jetty.setAttribute(WAITING, this);
        AsyncContext waiting = jetty.startAsync();
        waiting.setTimeout(0);
        jetty.getHttpChannel()
                .getScheduler()
                .schedule(waiting::dispatch, mishap.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
}
