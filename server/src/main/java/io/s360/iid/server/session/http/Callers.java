package io.s360.iid.server.session.http;

import io.s360.iid.server.client.Call;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.session.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Who sent the request that this thread is serving. */
final class Callers {

    private final HttpServletRequest currentRequest;
    private final Clients clients;

    /** @param currentRequest stands for a different request in each thread */
    Callers(HttpServletRequest currentRequest, Clients clients) {
        this.currentRequest = currentRequest;
        this.clients = clients;
    }

    Caller current() {
        Call call = Call.of(currentRequest).orElseThrow();
        return new Caller(
                call.clientId(),
                clients.isGranted(call.clientId(), call.operation().id()));
    }
}
