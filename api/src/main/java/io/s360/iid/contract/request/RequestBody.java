package io.s360.iid.contract.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a body, read strictly.
 *
 * @param encodingFault null if it is UTF-8 throughout
 * @param jsonFault null if it is one JSON text, or the bytes are not UTF-8
 * @param tree null if it is not one JSON text, or the bytes are not UTF-8
 */
record RequestBody(
        @Nullable BodyFault encodingFault,
        @Nullable BodyFault jsonFault,
        @Nullable JsonNode tree) {

    private static final char REPLACEMENT = '\uFFFD';
    private static final Map<Integer, JsonMapper> MAPPERS = new ConcurrentHashMap<>();

    /**
     * Reads a body.
     *
     * @param declared asked for only if there is a fault
     */
    static RequestBody parse(byte[] bytes, int maxDepth, Supplier<DeclaredMembers> declared) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes)) {
            return new RequestBody(BodyFault.ofEncoding("is not UTF-8", "UTF-8"), null, null);
        }
        if (text.indexOf('\0') >= 0) {
            return new RequestBody(BodyFault.ofEncoding("contains NUL", "UTF-8 without NUL"), null, null);
        }
        if (text.isBlank()) {
            return new RequestBody(null, BodyFault.ofJson("is empty"), null);
        }
        try {
            JsonNode tree =
                    MAPPERS.computeIfAbsent(maxDepth, RequestBody::strictMapper).readTree(text);
            return new RequestBody(BrokenText.isIn(tree) ? brokenText() : null, null, tree);
        } catch (JacksonException refused) {
            return new RequestBody(null, new JsonDiagnosis(text, maxDepth, declared.get()).fault(), null);
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static JsonMapper strictMapper(int maxDepth) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static BodyFault brokenText() {
        return BodyFault.ofEncoding(
                "has a string with NUL or half a surrogate pair", "strings without NUL and lone surrogates");
    }
}
