package io.s360.iid.verify.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response as it came.
 *
 * @param headers by name in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // responses are read, never compared
public record Response(int status, Map<String, List<String>> headers, byte[] body) {

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** All values of a header; none if it is absent. */
    public List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as one JSON text, read strictly; null if it is none. */
    public @Nullable JsonNode json() {
        try {
            return body.length == 0 ? null : STRICT.readTree(body);
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
