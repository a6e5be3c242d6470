package io.s360.iid.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.s360.iid.mock.answer.Respondent;
import io.s360.iid.mock.client.DemoClients;
import io.s360.iid.mock.lifecycle.Sandbox;
import io.s360.iid.mock.refusal.RequestLog;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A running mock: the contract's operations over HTTP, with the contract's demo data and its life-cycle. Several can run in one
 * process; they share nothing.
 */
public final class MockServer implements AutoCloseable {

    private final WireMockServer engine;
    private final @Nullable String bindAddress;
    private final Sandbox sandbox;
    private final DemoClients clients;

    private MockServer(MockOptions options) {
        this.bindAddress = options.bindAddress();
        this.sandbox = new Sandbox(options.contract(), options.clock(), options.ids());
        this.clients = new DemoClients(options.contract().demo().clients(), options.clock());
        RequestLog log = new RequestLog(options.log(), options.clock());
        Respondent respondent = new Respondent(options.contract(), clients, sandbox, log, UUID::randomUUID);
        this.engine = Engine.build(options, respondent, this::reset);
    }

    /**
     * Starts a mock, which is ready when this returns.
     *
     * @throws CannotListen if the address or the port cannot be had
     */
    public static MockServer start(MockOptions options) {
        MockServer server = new MockServer(options);
        try {
            server.engine.start();
            return server;
        } catch (FatalStartupException taken) {
            server.stopWhatHasStarted();
            throw new CannotListen(options.port(), options.bindAddress(), taken);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return engine.port();
    }

    /** Where the paths of the contract begin; without a slash at its end. */
    public URI baseUri() {
        String host = bindAddress == null ? "localhost" : bindAddress;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** WireMock's admin API. */
    public URI adminUri() {
        return URI.create(baseUri() + "/__admin");
    }

    /** Back to the demo data of the contract. Stubs and journal stay; {@code POST /__admin/reset} resets them as well. */
    public void reset() {
        sandbox.reset();
        clients.reset();
    }

    /** WireMock complains about what has not started, after it has stopped the rest. */
    private void stopWhatHasStarted() {
        try {
            engine.stop();
        } catch (Exception expected) { // checked ones too, which stop() does not declare
            return;
        }
    }

    /** Stops it; requests under way may be cut off. */
    @Override
    public void close() {
        engine.stop();
    }
}
