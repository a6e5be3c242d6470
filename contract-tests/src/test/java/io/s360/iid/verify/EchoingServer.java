package io.s360.iid.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.s360.iid.verify.exchange.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.node.JsonNodeFactory;

/** Grants whatever it is asked, remembers it, and says it back. */
final class EchoingServer implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Request> seen = new ConcurrentLinkedQueue<>();

    EchoingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return URI.create("http://localhost:" + server.getAddress().getPort()).toString();
    }

    List<Request> seen() {
        return List.copyOf(seen);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<Request.Header> headers = new ArrayList<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> headers.add(new Request.Header(name, value))));
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    exchange.getRequestBody().readAllBytes());
            seen.add(request);
            byte[] echo = JsonNodeFactory.instance
                    .objectNode()
                    .put("data", request.headers() + " " + request.target() + " " + request.text())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean isBodyless = request.method().equals("HEAD");
            exchange.sendResponseHeaders(200, isBodyless ? -1 : echo.length);
            if (!isBodyless) {
                exchange.getResponseBody().write(echo);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
