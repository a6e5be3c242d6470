package io.s360.iid.mock.journal;

import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.refusal.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests as they may be shown. Safe for use by several threads. */
public final class Masking {

    /** How many characters of a body, or of a header, are kept. */
    private static final int LONGEST = 2_048;

    private final Supplier<Secrets> secrets;

    public Masking(Supplier<Secrets> secrets) {
        this.secrets = secrets;
    }

    /** A request target with the names of its query only. */
    public String target(String path, String query) {
        return cut(Secrets.masked(query.isEmpty() ? path : path + "?" + query));
    }

    /** All headers by name. */
    public Map<String, String> headers(MockRequest request) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String name : request.headerNames()) {
            List<String> values = request.headers(name);
            boolean isHarmless = values.stream().allMatch(value -> secrets.get().isHarmless(name, value));
            shown.put(cut(name), isHarmless ? cut(String.join(", ", values)) : Secrets.MASK);
        }
        return shown;
    }

    /**
     * As much of the body as has been read.
     *
     * @param known the body as JSON, if somebody has parsed it
     */
    public String body(MockRequest request, @Nullable JsonNode known) {
        if (known != null) {
            return cut(secrets.get().masked(known).toString());
        }
        return cut(new String(secrets.get().masked(request.bodySoFar(), false), StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
