package io.s360.iid.server.management;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.s360.iid.server.session.SessionRefusal;
import io.s360.iid.server.session.StoreUnavailable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** A small HTTP server of its own, so that nothing of it can show on the public port. */
public final class ManagementServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_BODY = 65_536;
    private static final int THREADS = 4;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Credential credential;

    private ManagementServer(HttpServer http, String key) {
        this.http = http;
        this.credential = new Credential(key);
    }

    /** An action with the body of its request. */
    private interface Action {
        Reply answer(byte[] body);
    }

    /**
     * Starts it.
     *
     * @param key what callers must bring as bearer token, but for the health
     * @throws IOException if the address cannot be listened on
     */
    public static ManagementServer start(
            InetSocketAddress address, String key, ManagementApi api, BooleanSupplier isReady) throws IOException {
        ManagementServer server = new ManagementServer(HttpServer.create(address, 0), key);
        Health health = new Health(isReady);
        server.route(
                Map.of("/health/live", body -> health.live(), "/health/ready", body -> health.ready()),
                Map.of(
                        "/parent-sessions", api::openParentSession,
                        "/parent-sessions/end", api::endParentSession,
                        "/child-sessions/end", api::endChildSession,
                        "/clients/disable", api::disableClient,
                        "/clients/enable", api::enableClient));
        return server;
    }

    private void route(Map<String, Action> open, Map<String, Action> guarded) {
        http.setExecutor(threads);
        http.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (open.containsKey(path)) {
                serve(exchange, "GET", open.get(path));
            } else if (!credential.isGivenBy(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                send(exchange, Reply.refused(401, "unauthorized", "Bring the credential as a bearer token"));
            } else if (guarded.containsKey(path)) {
                serve(exchange, "POST", guarded.get(path));
            } else {
                send(exchange, Reply.refused(404, "not-found", "There is nothing at this path"));
            }
        });
        http.start();
    }

    private static void serve(HttpExchange exchange, String method, Action action) throws IOException {
        if (!exchange.getRequestMethod().equals(method)) {
            exchange.getResponseHeaders().set("Allow", method);
            send(exchange, Reply.refused(405, "method-not-allowed", "Use " + method));
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
        send(exchange, answer(action, body));
    }

    private static Reply answer(Action action, byte[] body) {
        try {
            return action.answer(body);
        } catch (Refused refused) {
            return refused.reply();
        } catch (SessionRefusal.SessionInvalid | SessionRefusal.ChildSessionNotFound unknown) {
            return Reply.refused(404, "unknown-session", "There is no such session");
        } catch (SessionRefusal over) {
            return Reply.refused(
                    409, "not-active", "The session is over: " + over.getClass().getSimpleName());
        } catch (StoreUnavailable unavailable) {
            return Reply.refused(503, "unavailable", "The store cannot be reached, try again later");
        } catch (RuntimeException unforeseen) {
            LOG.error("An unforeseen fault of the management port", unforeseen);
            return Reply.refused(500, "internal", "An unexpected error occurred");
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = JSON.writeValueAsString(reply.body()).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }
}
