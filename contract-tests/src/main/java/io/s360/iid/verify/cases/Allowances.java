package io.s360.iid.verify.cases;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.verify.exchange.Request;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What may be done to a good request without making it a bad one. They know HTTP and JSON, and no operation. */
final class Allowances {

    private static final String FIRST_NAME = "^\\{\"(.)";

    private Allowances() {}

    static Stream<Probe> of(Operation operation, RequestHeaders names) {
        return Stream.of(mediaTypes(), accepts(), headers(names), targets(), bodies(operation))
                .flatMap(probes -> probes);
    }

    private static Stream<Probe> mediaTypes() {
        Stream<Probe> types = Probe.each(
                Stream.of(
                        "application/json;charset=utf-8",
                        "application/json ; charset=UTF-8",
                        "APPLICATION/JSON;Charset=\"UTF-8\"",
                        "application/json; profile=x"),
                (request, type) -> request.with("Content-Type", type));
        Probe identity =
                new Probe("Content-Encoding: identity", request -> request.with("Content-Encoding", "identity"));
        return Stream.concat(types, Stream.of(identity)).map(probe -> probe.about("check#content-type"));
    }

    private static Stream<Probe> accepts() {
        Stream<Probe> lines = Probe.each(
                Stream.of(
                        "*/*",
                        "application/*",
                        "APPLICATION/JSON",
                        "text/html, application/json;q=0.1",
                        "*/*;q=0, application/json",
                        "application/json;charset=utf-8",
                        "application/json;q=0.001"),
                (request, accept) -> request.with("Accept", accept));
        Stream<Probe> more = Stream.of(
                new Probe("no Accept", request -> request.without("Accept")),
                new Probe(
                        "JSON in the second line",
                        request -> request.with("Accept", "text/html").adding("Accept", "application/json")));
        return Stream.concat(
                lines.map(probe -> new Probe("Accept " + probe.name(), probe.about(), probe.change())), more);
    }

    private static Stream<Probe> headers(RequestHeaders names) {
        Stream<Probe> cases = Arrays.stream(HeaderCase.values())
                .map(letters -> new Probe(
                        "names of headers, letter case " + letters.name().toLowerCase(Locale.ROOT), letters::of));
        Stream<Probe> more = Stream.of(
                new Probe("no " + names.traceId(), request -> request.without(names.traceId())),
                new Probe(
                        names.traceId() + " in capitals",
                        request -> request.with(
                                names.traceId(), request.header(names.traceId()).toUpperCase(Locale.ROOT))),
                new Probe("a header that nobody knows", request -> request.with("X-Unknown-Header", "x")),
                new Probe(
                        "another method in X-HTTP-Method-Override",
                        request -> request.with("X-HTTP-Method-Override", "DELETE")));
        return Stream.concat(cases, more);
    }

    private static Stream<Probe> targets() {
        return Probe.each(
                Stream.of("?", "?unknown=x", "?_method=DELETE"),
                (request, query) -> request.withTarget(request.target() + query));
    }

    private static Stream<Probe> bodies(Operation operation) {
        return Stream.of(
                new Probe(
                                "exactly as many bytes as there may be",
                                request -> request.withBody(BodyProbes.padded(request.text(), operation.maxBytes())))
                        .about("body#maxBytes"),
                new Probe(
                        "blanks and line ends around it",
                        request -> request.withBody(" \t\r\n" + request.text() + "\n")),
                new Probe("an escape in the name of a member", Allowances::escaped));
    }

    private static Request escaped(Request request) {
        String first = request.text().replaceFirst("(?s)" + FIRST_NAME + ".*", "$1");
        return request.withBody(request.text()
                .replaceFirst(FIRST_NAME, "{\"" + String.format("\\\\u%04x", (int) first.charAt(0))));
    }
}
