package io.s360.iid.mock.http;

import io.s360.iid.mock.engine.Engine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.UriCompliance;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.util.VirtualThreads;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of a mock: the one that WireMock brings, set up for what a mock has to stand. */
public final class MockHttp {

    /** How long a connection may be silent, in milliseconds. */
    private static final long SILENCE = 20_000;

    private static final int LONGEST_HEADERS = 8_192;
    private static final int MOST_THREADS = 200;
    private static final int FEWEST_THREADS = 4;

    private final Server server;
    private final ServerConnector connector;
    private final Engine engine;

    /** @param bindAddress null for all of this machine */
    public MockHttp(FrontDoor door, Misfits misfits, Engine engine, int port, @Nullable String bindAddress) {
        this.engine = engine;
        this.server = new Server(threads());
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setPort(port);
        connector.setHost(bindAddress);
        connector.setIdleTimeout(SILENCE);
        server.addConnector(connector);
        server.setHandler(door);
        server.setErrorHandler(misfits);
    }

    /** Where the JDK has virtual threads, these answer: of many platform threads, each would get its turn late on few processors. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        return threads;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(LONGEST_HEADERS);
        configuration.setSendDateHeader(false); // the same request has the same answer
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(UriCompliance.UNSAFE); // the contract says what is wrong with a path
        configuration.setDelayDispatchUntilContent(false); // who announces too much is refused before it comes
        return configuration;
    }

    /**
     * Begins to listen.
     *
     * @throws IOException if the address or the port cannot be had
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException cannotListen) {
            throw cannotListen;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    public void stop() {
        try {
            connector.getConnectedEndPoints().forEach(endPoint -> endPoint.close());
            server.stop();
            engine.stop();
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }
}
