package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.exchange.Request;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What makes a good request one of another path or method, or of a media type that is not spoken. They know HTTP, and no operation. */
final class HttpProbes {

    private static final List<String> METHODS =
            List.of("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND", "POST", "post", "INVENTED");

    private HttpProbes() {}

    static Stream<Probe> ofPath(Operation operation) {
        String path = operation.path();
        int last = path.length() - 1;
        int slash = path.lastIndexOf('/');
        return Probe.each(
                Stream.of(
                        path + "/",
                        path + "/unknown",
                        path.substring(0, last),
                        path.replace("/", "//"),
                        path + ";a=b",
                        path + "%2F",
                        path + "%20",
                        path.substring(0, last) + "%" + Integer.toHexString(path.charAt(last)),
                        path.substring(0, slash) + "%2f" + path.substring(slash + 1),
                        path.substring(0, slash) + "/." + path.substring(slash),
                        path.substring(0, slash) + "/x/.." + path.substring(slash),
                        path.toUpperCase(Locale.ROOT)),
                Request::withTarget);
    }

    static Stream<Probe> ofMethod(Contract contract, Operation operation) {
        List<String> known = contract.operationsAt(operation.path()).stream()
                .map(Operation::method)
                .toList();
        Stream<Probe> others =
                Probe.each(METHODS.stream().filter(method -> !known.contains(method)), Request::withMethod);
        Probe overridden = new Probe(
                "GET with X-HTTP-Method-Override",
                request -> request.withMethod("GET").with("X-HTTP-Method-Override", operation.method()));
        return Stream.concat(others, Stream.of(overridden));
    }

    /** @param declared the media types that the operation speaks */
    static Stream<Probe> ofContentType(List<String> declared) {
        String[] terms = declared.stream().map(type -> "media-type#" + type).toArray(String[]::new);
        Stream<Probe> others = Probe.each(
                Stream.of(
                        "text/plain",
                        "text/json",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        "application/xml",
                        "application/json; charset=utf-16",
                        "application/json;charset=\"ISO-8859-1\"",
                        "application/json-patch+json",
                        "application/problem+json",
                        "application/json, text/plain",
                        "application/*",
                        "*/*",
                        "json"),
                (request, type) -> request.with("Content-Type", type));
        Stream<Probe> more = Stream.of(
                new Probe("no Content-Type", request -> request.without("Content-Type")),
                new Probe(
                        "Content-Type twice",
                        request -> request.adding("Content-Type", request.header("Content-Type"))),
                new Probe("Content-Encoding: gzip", request -> request.with("Content-Encoding", "gzip")),
                new Probe("Content-Encoding: br", request -> request.with("Content-Encoding", "br")));
        return Stream.concat(others, more).map(probe -> probe.about(terms));
    }

    static Stream<Probe> ofAccept() {
        Stream<Probe> lines = Probe.each(
                Stream.of(
                        "text/html",
                        "application/xml, text/*",
                        "application/problem+json",
                        "application/json;q=0",
                        "application/json;q=0.000, text/html",
                        "application/json;q=0, */*",
                        "nonsense"),
                (request, accept) -> request.with("Accept", accept));
        Probe twoLines = new Probe(
                "two lines without JSON",
                request -> request.with("Accept", "text/html").adding("Accept", "image/*"));
        return Stream.concat(lines, Stream.of(twoLines));
    }
}
