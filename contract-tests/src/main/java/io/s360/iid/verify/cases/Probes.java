package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.verify.exchange.Request;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes to a good request, by what is wrong with it then. They know HTTP and JSON, and no operation. */
final class Probes {

    private static final List<String> METHODS =
            List.of("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND", "POST");

    private Probes() {}

    static Map<String, UnaryOperator<Request>> ofPath(Operation operation) {
        String path = operation.path();
        return byName(
                Stream.of(
                        path + "/",
                        path + "/unknown",
                        path.replace("/", "//"),
                        path + ";a=b",
                        path + "%2F",
                        path.toUpperCase(Locale.ROOT)),
                Request::withTarget);
    }

    static Map<String, UnaryOperator<Request>> ofMethod(Contract contract, Operation operation) {
        List<String> known = contract.operationsAt(operation.path()).stream()
                .map(Operation::method)
                .toList();
        Map<String, UnaryOperator<Request>> probes =
                byName(METHODS.stream().filter(method -> !known.contains(method)), Request::withMethod);
        probes.put(
                "GET with X-HTTP-Method-Override",
                request -> request.withMethod("GET").with("X-HTTP-Method-Override", operation.method()));
        return probes;
    }

    static Map<String, UnaryOperator<Request>> ofContentType() {
        Map<String, UnaryOperator<Request>> probes = byName(
                Stream.of(
                        "text/plain",
                        "application/x-www-form-urlencoded",
                        "application/xml",
                        "application/json; charset=utf-16",
                        "application/json-patch+json",
                        "application/*",
                        "json"),
                (request, type) -> request.with("Content-Type", type));
        probes.put("no Content-Type", request -> request.without("Content-Type"));
        probes.put("Content-Encoding: gzip", request -> request.with("Content-Encoding", "gzip"));
        return probes;
    }

    static Map<String, UnaryOperator<Request>> ofAccept() {
        return byName(
                Stream.of("text/html", "application/xml, text/*", "application/json;q=0", "application/json;q=0, */*"),
                (request, accept) -> request.with("Accept", accept));
    }

    static Map<String, UnaryOperator<Request>> ofHeaders(RequestHeaders names) {
        Map<String, UnaryOperator<Request>> probes = new LinkedHashMap<>();
        for (String name : List.of(names.clientId(), names.clientKey(), names.traceId())) {
            probes.put(name + " twice, equal", request -> request.adding(name, request.header(name)));
        }
        probes.put(names.clientId() + " twice, different", request -> request.adding(names.clientId(), "ANOTHER"));
        probes.put(
                names.clientKey() + " twice, different", request -> request.adding(names.clientKey(), "another-key"));
        Stream.of("1-1-1-1-1", "none", "0c1d3b1e-2f7a-4c58-9a60-5f0f8d7f1c11x")
                .forEach(value ->
                        probes.put(names.traceId() + ": " + value, request -> request.with(names.traceId(), value)));
        return probes;
    }

    /** Requests without a good key, in which no good key is changed or put where it could be kept. */
    static Map<String, UnaryOperator<Request>> ofUnknownClient(RequestHeaders names) {
        Map<String, UnaryOperator<Request>> probes = new LinkedHashMap<>();
        for (String name : List.of(names.clientId(), names.clientKey())) {
            probes.put("no " + name, request -> request.without(name));
            probes.put("empty " + name, request -> request.with(name, ""));
            probes.put("unknown " + name, request -> request.with(name, "nobodys"));
        }
        probes.put(
                "no credentials and a broken body",
                request -> request.without(names.clientKey())
                        .without(names.clientId())
                        .withBody("{"));
        return probes;
    }

    /** These, and others that play with a key which is no secret. */
    static Map<String, UnaryOperator<Request>> ofClient(RequestHeaders names) {
        Map<String, UnaryOperator<Request>> probes = ofUnknownClient(names);
        for (String name : List.of(names.clientId(), names.clientKey())) {
            probes.put("one character more in " + name, request -> request.with(name, request.header(name) + "x"));
            probes.put(
                    "inner blank in " + name,
                    request -> request.with(name, request.header(name).replaceFirst("(?<=.)", " ")));
            probes.put("other letter case in " + name, request -> request.with(name, swapCase(request.header(name))));
        }
        probes.put(
                "key in the query",
                request -> request.without(names.clientKey())
                        .withTarget(
                                request.target() + "?" + names.clientKey() + "=" + request.header(names.clientKey())));
        return probes;
    }

    private static String swapCase(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
    }

    static Map<String, UnaryOperator<Request>> ofSize(int maxBytes) {
        Map<String, UnaryOperator<Request>> probes = new LinkedHashMap<>();
        probes.put(
                "one byte too many",
                request -> request.withBody(request.text() + " ".repeat(maxBytes + 1 - request.body().length)));
        probes.put("far too many bytes", request -> request.withBody("[" + " ".repeat(8 * maxBytes)));
        return probes;
    }

    static Map<String, UnaryOperator<Request>> ofEncoding() {
        Map<String, UnaryOperator<Request>> probes = new LinkedHashMap<>();
        probes.put(
                "a byte that is not UTF-8",
                request -> request.withBody(latin1(request.text().replaceFirst(":\\s*\"", ":\"\u00ff"))));
        probes.put(
                "an overlong form",
                request -> request.withBody(latin1(request.text().replaceFirst(":\\s*\"", ":\"\u00c0\u00af"))));
        probes.put("UTF-16", request -> request.withBody(request.text().getBytes(StandardCharsets.UTF_16)));
        probes.put(
                "half a surrogate pair",
                request -> request.withBody(request.text().replaceFirst(":\\s*\"", ":\"\\\\ud800")));
        probes.put(
                "an escaped NUL", request -> request.withBody(request.text().replaceFirst(":\\s*\"", ":\"\\\\u0000")));
        return probes;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Map<String, UnaryOperator<Request>> ofJson(Operation operation) {
        Map<String, UnaryOperator<Request>> probes = byName(
                Stream.of("", "   ", "{", "{\"a\":}", "{'a':1}", "{\"a\":NaN}", "{} // x", "{}{}", "nul", "\u00a0{}"),
                Request::withBody);
        probes.put(
                "cut short",
                request -> request.withBody(
                        request.text().substring(0, request.text().length() - 1)));
        probes.put(
                "a trailing comma", request -> request.withBody(request.text().replaceFirst("}$", ",}")));
        probes.put("text behind", request -> request.withBody(request.text() + "x"));
        probes.put("a byte order mark", request -> request.withBody("\uFEFF" + request.text()));
        probes.put(
                "a member twice",
                request -> request.withBody(request.text().replaceFirst("^\\{(\"[^\"]+\":\"[^\"]*\")", "{$1,$1")));
        probes.put("one level too deep", request -> request.withBody(nested(operation.maxDepth() + 1)));
        probes.put("1,000 levels deep", request -> request.withBody(nested(1000)));
        probes.put("a number of 10,000 digits", request -> request.withBody("{\"a\":" + "1".repeat(10000) + "}"));
        return probes;
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private interface Change {
        Request apply(Request request, String value);
    }

    private static Map<String, UnaryOperator<Request>> byName(Stream<String> values, Change change) {
        Map<String, UnaryOperator<Request>> probes = new LinkedHashMap<>();
        values.forEach(value -> probes.put("'" + value + "'", request -> change.apply(request, value)));
        return probes;
    }
}
