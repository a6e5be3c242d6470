package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The headers whose values may be shown: those of HTTP that prove nobody, and those of the contract as far as they have what
 * the contract expects. A key in a header of another name is shown to nobody.
 */
final class HarmlessHeaders {

    private static final List<String> OF_HTTP = List.of(
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Cache-Control",
            "Connection",
            "Content-Language",
            "Content-Length",
            "Date",
            "DNT",
            "Expect",
            "Host",
            "HTTP2-Settings",
            "Keep-Alive",
            "Origin",
            "Pragma",
            "Prefer",
            "Range",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "Upgrade-Insecure-Requests",
            "User-Agent",
            "Via",
            "X-HTTP-Method-Override",
            "X-Requested-With");
    private static final List<String> FAMILIES = List.of("access-control-", "if-", "sec-", "x-forwarded-", "x-mock-");

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final String clientId;
    private final Set<String> clients;
    private final String traceId;
    private final Pattern traceShape;

    HarmlessHeaders(Contract contract) {
        names.addAll(OF_HTTP);
        clientId = contract.headers().clientId();
        clients = contract.demo().clients().stream().map(Demo.Client::id).collect(Collectors.toUnmodifiableSet());
        traceId = contract.headers().traceId();
        traceShape = contract.operations().stream()
                .flatMap(operation -> operation.headers().stream())
                .filter(header -> header.name().equalsIgnoreCase(traceId))
                .map(Operation.HeaderParameter::schema)
                .flatMap(schema -> schema.find("pattern").stream())
                .findFirst()
                .map(pattern -> Pattern.compile(pattern.text()))
                .orElse(Pattern.compile("(?!)"));
    }

    boolean shows(String name, String value) {
        if (name.equalsIgnoreCase(clientId)) {
            return clients.contains(value);
        }
        if (name.equalsIgnoreCase(traceId)) {
            return traceShape.matcher(value).find();
        }
        return HeaderEvidence.isHarmless(name, value) || names.contains(name) || isOfAFamily(name);
    }

    private static boolean isOfAFamily(String name) {
        for (String family : FAMILIES) {
            if (name.regionMatches(true, 0, family, 0, family.length())) {
                return true;
            }
        }
        return false;
    }
}
