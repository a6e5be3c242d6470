package io.s360.iid.verify.drift;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Stands before a mock, and says some things differently, as a system would that has moved away from its contract. */
final class Doctored implements AutoCloseable {

    private static final Set<String> OWN =
            Set.of("connection", "content-length", "host", "transfer-encoding", "expect", "upgrade", "http2-settings");

    private final URI upstream;
    private final UnaryOperator<Said> treatment;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer, with the path and body of its request. */
    record Said(String path, String request, int status, Map<String, List<String>> headers, String body) {

        Said with(int changed) {
            return new Said(path, request, changed, headers, body);
        }

        Said with(String changed) {
            return new Said(path, request, status, headers, changed);
        }

        Said with(String name, String value) {
            Map<String, List<String>> more = new TreeMap<>(headers);
            more.put(name, List.of(value));
            return new Said(path, request, status, more, body);
        }

        Said without(String name) {
            Map<String, List<String>> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            fewer.putAll(headers);
            fewer.remove(name);
            return new Said(path, request, status, fewer, body);
        }

        Said replacing(String pattern, String replacement) {
            return with(body.replaceAll(pattern, replacement));
        }

        boolean isOf(String end, int given) {
            return path.endsWith(end) && status == given;
        }
    }

    Doctored(URI upstream, UnaryOperator<Said> treatment) {
        this.upstream = upstream;
        this.treatment = treatment;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(workers);
        server.createContext("/", this::pass);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Said said = treatment.apply(ask(exchange));
            said.headers().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private Said ask(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(upstream + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Said(
                    exchange.getRequestURI().getPath(),
                    new String(body, StandardCharsets.UTF_8),
                    answer.statusCode(),
                    answer.headers().map(),
                    answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
