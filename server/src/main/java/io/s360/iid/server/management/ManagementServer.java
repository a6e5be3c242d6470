package io.s360.iid.server.management;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;

/** A web server of its own, so that nothing of it can show on the public port. */
public final class ManagementServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** For what is under way at the stop, in which the store is waited for as long as anywhere. */
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);

    private static final int THREADS = 16;
    private static final int CONNECTIONS = 256;

    private final WebServer http;

    private ManagementServer(WebServer http) {
        this.http = http;
    }

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @param credentials what callers must bring as bearer token
     * @throws org.springframework.boot.web.server.PortInUseException if the port is taken
     */
    public static ManagementServer start(InetAddress address, int port, Credentials credentials, Routes routes) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
        factory.setAddress(address);
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.addConnectorCustomizers(connector -> bound((AbstractProtocol<?>) connector.getProtocolHandler()));
        factory.addContextCustomizers(ManagementServer::keepQuiet);
        WebServer http = factory.getWebServer(
                context -> context.addServlet("management", new ManagementServlet(routes.byPath(), credentials))
                        .addMapping("/*"));
        http.start();
        return new ManagementServer(http);
    }

    /** Nobody may be silent for longer than that, and few are enough to look after a server. */
    private static void bound(AbstractProtocol<?> protocol) {
        protocol.setConnectionTimeout((int) PATIENCE.toMillis());
        protocol.setKeepAliveTimeout((int) PATIENCE.toMillis());
        protocol.setMaxThreads(THREADS);
        protocol.setMinSpareThreads(1);
        protocol.setMaxConnections(CONNECTIONS);
    }

    /** What the container refuses by itself, it refuses without saying what it is. */
    private static void keepQuiet(Context context) {
        ErrorReportValve quiet = new ErrorReportValve();
        quiet.setShowReport(false);
        quiet.setShowServerInfo(false);
        ((StandardHost) context.getParent()).getPipeline().addValve(quiet);
    }

    public int port() {
        return http.getPort();
    }

    /** Lets requests under way finish, as the public port does. */
    @Override
    public void close() {
        CountDownLatch idle = new CountDownLatch(1);
        http.shutDownGracefully(result -> idle.countDown());
        try {
            if (!idle.await(LAST_REQUESTS.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Requests at the management port have not ended in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        http.stop();
        http.destroy();
    }
}
