package io.s360.iid.mock.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for a mock with an admin API: answers as its document says, and remembers as much as the page needs. */
final class FakeMock implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TENANT = Pattern.compile("/__mock/tenants/([^/]+)(/.*)?");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, FakeTenant> tenants = new TreeMap<>();

    FakeMock(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.startsWith(Console.ROOT)) {
                file(exchange, path);
            } else if (path.startsWith("/__mock")) {
                send(exchange, admin(exchange, path, body));
            } else {
                String name = exchange.getRequestHeaders().getFirst("X-Mock-Tenant");
                Map.Entry<Integer, byte[]> answer =
                        FakeOperations.answer(tenant(name == null ? "default" : name), exchange, body);
                write(exchange, answer.getKey(), "application/json", answer.getValue());
            }
        }
    }

    private FakeTenant tenant(String name) {
        return tenants.computeIfAbsent(name, FakeTenant::new);
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        Optional<Console.Asset> asset = Console.asset(path);
        Console.HEADERS.forEach(exchange.getResponseHeaders()::set);
        if (asset.isEmpty()) {
            write(exchange, 404, "text/plain", new byte[0]);
        } else {
            write(exchange, 200, asset.get().contentType(), asset.get().bytes());
        }
    }

    private @Nullable Object admin(HttpExchange exchange, String path, byte[] body) throws IOException {
        Matcher tenant = TENANT.matcher(path);
        if (tenant.matches()) {
            String rest = Objects.requireNonNullElse(tenant.group(2), "");
            return ofTenant(tenant(tenant.group(1)), exchange, exchange.getRequestMethod() + " " + rest, body);
        }
        return switch (path) {
            case "/__mock" -> resource("mock.json");
            case "/__mock/catalogue" -> FakeCatalogue.of(resource("mock.json"));
            case "/__mock/lifecycle" -> resource("lifecycle.json");
            default ->
                Map.of(
                        "tenants",
                        tenants.values().stream().map(FakeTenant::told).toList());
        };
    }

    private static @Nullable Object ofTenant(FakeTenant tenant, HttpExchange exchange, String what, byte[] body) {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "after=0");
        switch (what) {
            case "GET /requests" -> {
                return tenant.requests(Integer.parseInt(query.substring("after=".length())));
            }
            case "GET /resources" -> {
                return tenant.resources();
            }
            case "GET /faults" -> {
                return tenant.faults();
            }
            case "GET /state" -> {
                return tenant.state();
            }
            case "GET " -> {
                return tenant.told();
            }
            default -> {
                return change(tenant, what, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            }
        }
    }

    private static @Nullable Object change(FakeTenant tenant, String what, JsonNode wish) {
        switch (what) {
            case "POST /reset" -> tenant.reset();
            case "PUT /state" -> tenant.replace(wish);
            case "DELETE /requests" -> tenant.clear();
            case "DELETE /clock" -> tenant.beReal();
            case "DELETE /faults" -> tenant.setFaults(Map.of());
            case "PUT /faults" -> {
                tenant.setFaults(JSON.treeToValue(
                        wish, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class)));
                return tenant.faults();
            }
            case "POST /clock/advance" -> {
                tenant.advance(Duration.parse(wish.path("by").asString()));
                return tenant.clock();
            }
            case "PUT /clock" -> {
                wish.optional("now").ifPresent(now -> tenant.set(Instant.parse(now.asString())));
                wish.optional("frozen").ifPresent(frozen -> tenant.freeze(frozen.asBoolean()));
                return tenant.clock();
            }
            default -> throw new IllegalStateException("not played: " + what);
        }
        return null;
    }

    private static JsonNode resource(String name) {
        try (InputStream bytes = FakeMock.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void send(HttpExchange exchange, @Nullable Object content) throws IOException {
        if (content == null) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            write(exchange, 200, "application/json", JSON.writeValueAsBytes(content));
        }
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** For looking at the page by hand. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("http://localhost:" + new FakeMock(Integer.parseInt(arguments[0])).port() + Console.ROOT);
    }
}
