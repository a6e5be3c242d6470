package io.s360.iid.verify.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.s360.iid.verify.exchange.Backstage;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Stands before a target and meddles with what passes, so that it seems to have a fault. */
public final class MeddlingProxy implements Target {

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

    private final String name;
    private final Target target;
    private final Meddling meddling;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public MeddlingProxy(Target target, Meddling meddling) {
        this(target.name(), target, meddling);
    }

    /** @param name of the column */
    MeddlingProxy(String name, Target target, Meddling meddling) {
        this.name = name;
        this.target = target;
        this.meddling = meddling;
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
            Response response = meddling.meddle(requestIn(exchange), this::ask);
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

    private static Request requestIn(HttpExchange exchange) throws IOException {
        List<Request.Header> headers = new ArrayList<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(new Request.Header(name, value)));
            }
        });
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private Response ask(Request asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.baseUri() + asked.target()))
                .method(asked.method(), HttpRequest.BodyPublishers.ofByteArray(asked.body()));
        asked.headers().forEach(header -> request.header(header.name(), header.value()));
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Response(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stopped));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isOwn() {
        return target.isOwn();
    }

    @Override
    public Optional<Backstage> backstage() {
        return target.backstage();
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
