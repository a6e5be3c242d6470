package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Server;

/** WireMock's HTTP server without a server of its own: its handlers live in the mock's. */
final class Lodger extends Jetty11HttpServer {

    private final Runnable whenStopped;
    private boolean isRunning;

    Lodger(Options options, AdminRequestHandler admin, StubRequestHandler stubs, Runnable whenStopped) {
        super(options, admin, stubs);
        this.whenStopped = whenStopped;
    }

    /** Its handlers, started in another server. */
    Handler handlerIn(Server server) throws Exception {
        Handler handler = jettyServer.getHandler();
        handler.setServer(server);
        handler.start();
        return handler;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        whenStopped.run();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int port() {
        return options.portNumber();
    }
}
