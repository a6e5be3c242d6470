package io.s360.iid.verify.drift.passage;

import io.s360.iid.verify.exchange.Exchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import wiremock.org.eclipse.jetty.http.UriCompliance;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.StatisticsHandler;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP server that passes every request on to one address and every answer back. It holds at most one request and one answer
 * per thread, and no thread longer than its patience.
 */
public final class Passage implements AutoCloseable {

    private static final int MOST_AT_ONCE = 48;
    private static final int LONGEST_HEADERS = 32_768;

    /** How long a connection on which nobody waits for anything is kept when the passage closes, in milliseconds. */
    private static final long SILENCE_AT_THE_END = 50;

    private final Server server;
    private final ServerConnector connector;
    private final String host;
    private int port;

    /**
     * How a passage is to be.
     *
     * @param bindAddress the one address to listen at
     * @param port 0 for any free one
     * @param longestBody of a request or an answer, in bytes; a longer one is refused
     * @param patience with the address behind, and with a silent connection
     */
    public record Setting(URI upstream, String bindAddress, int port, int longestBody, Duration patience) {

        /** At any free port of this machine's loopback address, with room for far more than a contract allows. */
        public static Setting of(URI upstream) {
            return new Setting(upstream, "127.0.0.1", 0, 4 * 1024 * 1024, Duration.ofSeconds(60));
        }

        public Setting at(String changedAddress, int changedPort) {
            return new Setting(upstream, changedAddress, changedPort, longestBody, patience);
        }

        public Setting withLongestBody(int changed) {
            return new Setting(upstream, bindAddress, port, changed, patience);
        }

        public Setting withPatience(Duration changed) {
            return new Setting(upstream, bindAddress, port, longestBody, changed);
        }
    }

    private Passage(Setting setting, Consumer<Exchange> watcher, Runnable unanswered) {
        this.server = new Server(new QueuedThreadPool(MOST_AT_ONCE + 4, 4));
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        this.host = setting.bindAddress();
        connector.setHost(host);
        connector.setPort(setting.port());
        connector.setIdleTimeout(setting.patience().toMillis());
        connector.setShutdownIdleTimeout(SILENCE_AT_THE_END);
        server.addConnector(connector);
        StatisticsHandler waiting = new StatisticsHandler(); // lets a stop wait for whoever is served
        waiting.setHandler(new Passing(setting, watcher, unanswered));
        server.setHandler(waiting);
        server.setStopTimeout(setting.patience().toMillis());
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(LONGEST_HEADERS);
        configuration.setResponseHeaderSize(LONGEST_HEADERS);
        configuration.setSendDateHeader(false); // that of the address behind is passed on
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(UriCompliance.UNSAFE); // the address behind says what is wrong with a path
        return configuration;
    }

    /**
     * Opens a passage, which can be used when this returns.
     *
     * @param watcher is shown each exchange after the answer has gone back; by several threads
     * @param unanswered is run for each request that the passage itself has refused
     * @throws IOException if the address or the port cannot be had
     */
    public static Passage open(Setting setting, Consumer<Exchange> watcher, Runnable unanswered) throws IOException {
        Passage passage = new Passage(setting, watcher, unanswered);
        try {
            passage.server.start();
            passage.port = passage.connector.getLocalPort();
            return passage;
        } catch (IOException cannotListen) {
            passage.close();
            throw cannotListen;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Where to send what is meant for the address behind. */
    public URI baseUri() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + port);
    }

    /** Lets nobody in any more; whoever waits for an answer gets it. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }
}
