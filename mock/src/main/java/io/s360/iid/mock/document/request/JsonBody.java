package io.s360.iid.mock.document.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a body as JSON.
 *
 * @param problem null if it is one JSON text
 * @param value null if there is a problem
 */
record JsonBody(@Nullable String problem, @Nullable JsonNode value) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static JsonBody of(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.isBlank() ? new JsonBody("is empty", null) : new JsonBody(null, STRICT.readTree(text));
        } catch (CharacterCodingException notText) {
            return new JsonBody("is not UTF-8", null);
        } catch (JacksonException notJson) {
            TokenStreamLocation at = notJson.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return new JsonBody("is not one JSON text" + where, null);
        }
    }
}
