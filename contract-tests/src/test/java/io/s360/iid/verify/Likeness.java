package io.s360.iid.verify;

import io.s360.iid.verify.exchange.Response;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What two targets must have in common when they answer the same request at the same moment. */
final class Likeness {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final List<String> HEADERS = List.of("Content-Type", "Allow", "Retry-After");

    private Likeness() {}

    /** Status, headers and body, in which only the ids that each target makes for itself are left open. */
    static String of(Response response) {
        StringBuilder text = new StringBuilder().append(response.status());
        for (String header : HEADERS) {
            String value = String.join(", ", response.header(header)).toLowerCase(Locale.ROOT);
            text.append("; ").append(header).append(": ").append(value.replaceAll(" *; *charset=utf-8", ""));
        }
        return text + "; " + Objects.toString(response.json(), response.text()).replaceAll(UUID, "<uuid>");
    }
}
