package io.s360.iid.server.management;

import java.net.InetAddress;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A web server of its own, so that nothing of it can show on the public port. */
public final class ManagementServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
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

    @Override
    public void close() {
        http.stop();
        http.destroy();
    }
}
