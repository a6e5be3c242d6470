package io.s360.iid.verify.drift.passage;

import io.s360.iid.verify.exchange.Request;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which headers are meant for the next hop only, and end there. */
final class Hops {

    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private Hops() {}

    /** Without those that always end here, and those that {@code Connection} names. */
    static List<Request.Header> passing(List<Request.Header> headers) {
        Set<String> named = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("connection"))
                .flatMap(header -> Stream.of(header.value().split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return headers.stream()
                .filter(header -> {
                    String name = header.name().toLowerCase(Locale.ROOT);
                    return !ALWAYS.contains(name) && !named.contains(name);
                })
                .toList();
    }
}
