package io.s360.iid.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.s360.iid.verify.exchange.Fault;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import io.s360.iid.verify.exchange.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Stands before a target and changes some of its answers, as a fault in it would. */
final class DistortingProxy implements Target {

    private static final Set<String> OWN_HEADERS = Set.of(
            "connection",
            "content-length",
            "host",
            "transfer-encoding",
            "date",
            "keep-alive",
            "expect",
            "upgrade",
            "http2-settings");

    private final Target target;
    private final BiFunction<String, Response, Response> distortion;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param distortion of a response to a request for a path */
    DistortingProxy(Target target, BiFunction<String, Response, Response> distortion) {
        this.target = target;
        this.distortion = distortion;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(workers);
        server.createContext("/", this::pass);
        server.start();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = distortion.apply(exchange.getRequestURI().getPath(), ask(exchange));
            response.headers().forEach((name, values) -> {
                if (!OWN_HEADERS.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean bodyless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
            exchange.sendResponseHeaders(response.status(), bodyless ? -1 : response.body().length);
            if (!bodyless) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(response.body());
                }
            }
        }
    }

    private Response ask(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(target.baseUri() + exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Response(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public URI baseUri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public Optional<UnaryOperator<Request>> provoke(Fault fault) {
        return target.provoke(fault);
    }

    @Override
    public void recover() {
        target.recover();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
