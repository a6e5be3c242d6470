package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the golden set: a good request of an operation, with something wrong in it. Each carries secrets that no other has,
 * all beginning with {@code canary}, wherever people put them: query, headers, and the places of the data marked {@code $TOKEN}.
 *
 * @param before whether the good request is sent first, so many times
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record BadRequest(
        String name,
        Operation operation,
        String method,
        String path,
        Map<String, List<String>> headers,
        byte[] body,
        boolean before,
        int times,
        String answer,
        List<Map<String, String>> reasons) {

    private static final Pattern REPEATED = Pattern.compile("\\$\\[(.*?)\\*([0-9]+)]", Pattern.DOTALL);
    private static final String ID = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";

    /** One entry of the data file. */
    static BadRequest of(Map<?, ?> entry, Contract contract) {
        Operation operation = contract.operation(text(entry, "op", ""));
        String good = operation.requests().get(operation.success().name()).toString();
        boolean isUtf8 = !entry.containsKey("latin1");
        String body = isUtf8 ? text(entry, "body", good) : text(entry, "latin1", "");
        return new BadRequest(
                text(entry, "name", ""),
                operation,
                text(entry, "method", operation.method()),
                text(entry, "path", operation.path()),
                headers(contract, entry.get("headers")),
                written(body).getBytes(isUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1),
                entry.containsKey("before"),
                Integer.parseInt(text(entry, "times", "1")),
                text(entry, "answer", ""),
                reasons(entry.get("reasons")));
    }

    private static String text(Map<?, ?> entry, String name, String otherwise) {
        Object value = entry.get(name);
        return value == null ? otherwise : value.toString();
    }

    private static List<Map<String, String>> reasons(@Nullable Object entries) {
        List<Map<String, String>> reasons = new ArrayList<>();
        for (Object entry : (List<?>) Objects.requireNonNull(entries)) {
            Map<String, String> reason = new HashMap<>();
            ((Map<?, ?>) entry).forEach((name, value) -> reason.put(name.toString(), value.toString()));
            reasons.add(reason);
        }
        return reasons;
    }

    private static Map<String, List<String>> headers(Contract contract, @Nullable Object changes) {
        Demo.Client client = contract.demo().clients().get(0);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of("application/json"));
        headers.put(contract.headers().clientId(), List.of(client.id()));
        headers.put(contract.headers().clientKey(), List.of(client.key()));
        headers.put("Authorization", List.of("Bearer canary-bearer"));
        headers.put("Cookie", List.of("session=canary-cookie"));
        headers.put("X-Api-Key", List.of("canary-misplaced-key"));
        headers.put("Referer", List.of("http://portal/?token=canary-referer"));
        if (changes != null) {
            ((Map<?, ?>) changes)
                    .forEach((name, values) -> headers.put(
                            name.toString(),
                            ((List<?>) values).stream().map(Object::toString).toList()));
        }
        return headers;
    }

    private static String written(String text) {
        Matcher repeated = REPEATED.matcher(text);
        String longer = repeated.replaceAll(
                match -> Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
        return longer.replace("$TOKEN", "canary-token").replace("$ID", ID);
    }

    /** As it goes over the wire. */
    byte[] bytes(String tenant, boolean isGood) {
        List<String> lines = new ArrayList<>();
        lines.add((isGood ? operation.method() : method) + " " + (isGood ? operation.path() : path)
                + "?api_key=canary-query HTTP/1.1");
        lines.add("Host: localhost");
        lines.add("Connection: close");
        lines.add("X-Mock-Tenant: " + tenant);
        lines.add("Content-Length: " + body.length);
        headers.forEach((header, values) -> values.forEach(value -> lines.add(header + ": " + value)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
