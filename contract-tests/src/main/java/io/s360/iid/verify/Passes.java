package io.s360.iid.verify;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.verify.exchange.Request;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers that the way to a target needs, such as those of a gateway.
 *
 * @param secrets names of environment variables by the values that no output may show
 */
record Passes(List<Request.Header> headers, Map<String, String> secrets) {

    private static final Pattern LINE = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)");
    private static final Pattern VARIABLE =
            Pattern.compile("[$](?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)})");

    /** May be a secret, and seldom stands in a text by chance. */
    private static final Pattern LONG_WORD = Pattern.compile("[^\\s,;]{8,}");

    /**
     * What the command line says. Variables in the values are taken from the environment.
     *
     * @throws IllegalArgumentException if a line is no header, or sets what the cases themselves set; it shows no value
     */
    static Passes of(List<String> lines, Map<String, String> environment, Contract contract) {
        List<Request.Header> headers = new ArrayList<>();
        Map<String, String> secrets = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException("--header takes 'Name: value'");
            }
            String name = parts.group(1);
            demandForeign(name, contract.headers());
            String value = filledIn(name, parts.group(2), environment, secrets);
            demandSendable(name, value);
            headers.add(new Request.Header(name, value));
        }
        return new Passes(headers, secrets);
    }

    private static String filledIn(
            String name, String value, Map<String, String> environment, Map<String, String> secrets) {
        LONG_WORD
                .matcher(VARIABLE.matcher(value).replaceAll(" "))
                .results()
                .forEach(word ->
                        secrets.put(word.group(), name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")));
        return VARIABLE.matcher(value).replaceAll(variable -> {
            String called = variable.group(1) == null ? variable.group(2) : variable.group(1);
            String found = environment.getOrDefault(called, "");
            if (found.isEmpty()) {
                throw new IllegalArgumentException("--header " + name + ": set " + called + " in the environment");
            }
            secrets.put(found, called);
            return Matcher.quoteReplacement(found);
        });
    }

    private static void demandForeign(String name, RequestHeaders own) {
        Set<String> set = Set.of("accept", "content-type", "content-encoding");
        boolean isOwn = set.contains(name.toLowerCase(Locale.ROOT))
                || name.equalsIgnoreCase(own.clientId())
                || name.equalsIgnoreCase(own.clientKey())
                || name.equalsIgnoreCase(own.traceId());
        if (isOwn) {
            throw new IllegalArgumentException("--header " + name
                    + ": the contract speaks of this one; credentials are taken from the environment");
        }
    }

    private static void demandSendable(String name, String value) {
        try {
            HttpRequest.newBuilder(URI.create("http://localhost")).header(name, value);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "--header " + name + ": this header or its value cannot be sent", refused);
        }
    }
}
