package io.s360.iid.server.session.http;

import io.s360.iid.server.client.Call;
import io.s360.iid.server.client.Clients;
import io.s360.iid.server.client.TokenGuesses;
import io.s360.iid.server.session.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Who sent the request that this thread is serving. */
final class Callers {

    private final HttpServletRequest currentRequest;
    private final Clients clients;
    private final TokenGuesses guesses;

    /** @param currentRequest stands for a different request in each thread */
    Callers(HttpServletRequest currentRequest, Clients clients, TokenGuesses guesses) {
        this.currentRequest = currentRequest;
        this.clients = clients;
        this.guesses = guesses;
    }

    Caller current() {
        Call call = Call.of(currentRequest).orElseThrow();
        return new Caller(
                call.clientId(),
                clients.isGranted(call.clientId(), call.operation().id()),
                () -> guesses.count(call.clientId()));
    }
}
