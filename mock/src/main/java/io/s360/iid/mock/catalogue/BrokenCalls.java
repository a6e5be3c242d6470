package io.s360.iid.mock.catalogue;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.mock.refusal.Curl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** For a good call, calls that may fail a check; whether they do is for a trial to say. */
final class BrokenCalls {

    /** More requests than that nobody would send by hand. */
    private static final int MOST = 400;

    /** A longer body is shown to nobody. */
    private static final int LARGEST = 1 << 20;

    private static final String HALF_A_PAIR = "\\\\ud800";

    private final Contract contract;

    BrokenCalls(Contract contract) {
        this.contract = contract;
    }

    /** The likeliest first. */
    Stream<List<Curl>> of(Check.Kind kind, Operation operation, Curl good) {
        return switch (kind) {
            case PATH -> Stream.of("/unknown", "-unknown").map(more -> withPath(good, good.path() + more));
            case METHOD -> Stream.of("PUT", "PATCH", "DELETE", "POST", "GET").map(method -> withMethod(good, method));
            case CONTENT_TYPE -> Stream.of(withHeader(good, "Content-Type", "text/plain"));
            case ACCEPT -> Stream.of(withHeader(good, "Accept", "text/html"));
            case HEADERS -> headers(operation, good);
            case CLIENT -> Stream.of(withHeader(good, contract.headers().clientKey(), "wrong-key"));
            case RATE -> usedUp(good);
            case SIZE -> tooLarge(operation, good);
            case ENCODING ->
                Stream.of(text(good).replaceFirst(":\\s*\"", ":\"" + HALF_A_PAIR), "\"\\ud800\"")
                        .map(body -> withBody(good, body));
            case JSON -> Stream.of(withBody(good, "{"));
            case FIELDS -> Stream.of("{}", "[]", "null").map(body -> withBody(good, body));
        };
    }

    private static Stream<List<Curl>> headers(Operation operation, Curl good) {
        return operation.headers().stream()
                .flatMap(header -> Stream.concat(
                        Stream.of("not-as-declared", "", "x".repeat(300))
                                .map(value -> withHeader(good, header.name(), value)),
                        Stream.of(without(good, header.name()))));
    }

    private Stream<List<Curl>> usedUp(Curl good) {
        return contract.demo().clients().stream()
                .filter(client -> client.enabled() && client.requestsPerMinute() != null)
                .filter(client -> Objects.requireNonNullElse(client.requestsPerMinute(), MOST) < MOST)
                .map(client -> usedUp(good, client));
    }

    private List<Curl> usedUp(Curl good, Demo.Client client) {
        int rate = Objects.requireNonNullElse(client.requestsPerMinute(), 0);
        Map<String, String> headers = new LinkedHashMap<>(good.headers());
        headers.put(contract.headers().clientId(), client.id());
        headers.put(contract.headers().clientKey(), client.key());
        Curl call = new Curl(good.method(), good.path(), headers, good.body());
        List<Curl> calls = new ArrayList<>();
        for (int i = 0; i <= rate; i++) {
            calls.add(call);
        }
        return calls;
    }

    private static Stream<List<Curl>> tooLarge(Operation operation, Curl good) {
        int more = operation.maxBytes() + 1 - text(good).length();
        return operation.maxBytes() < LARGEST && more > 0
                ? Stream.of(withBody(good, text(good) + " ".repeat(more)))
                : Stream.of();
    }

    private static String text(Curl good) {
        return Objects.requireNonNullElse(good.body(), "");
    }

    private static List<Curl> withPath(Curl good, String path) {
        return List.of(new Curl(good.method(), path, good.headers(), good.body()));
    }

    private static List<Curl> withMethod(Curl good, String method) {
        String body = method.equals("GET") ? null : good.body();
        return List.of(new Curl(method, good.path(), good.headers(), body));
    }

    private static List<Curl> withBody(Curl good, String body) {
        return List.of(new Curl(good.method(), good.path(), good.headers(), body));
    }

    private static List<Curl> withHeader(Curl good, String name, String value) {
        Map<String, String> headers =
                new LinkedHashMap<>(without(good, name).get(0).headers());
        headers.put(name, value);
        return List.of(new Curl(good.method(), good.path(), headers, good.body()));
    }

    private static List<Curl> without(Curl good, String name) {
        Map<String, String> headers = new LinkedHashMap<>(good.headers());
        headers.keySet().removeIf(name::equalsIgnoreCase);
        return List.of(new Curl(good.method(), good.path(), headers, good.body()));
    }
}
