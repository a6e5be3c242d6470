package io.s360.iid.contract.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of a body, read strictly.
 *
 * @param encodingProblem null if it is UTF-8 throughout
 * @param jsonProblem null if it is one JSON text
 * @param tree null if there is a problem of JSON, or the bytes are not UTF-8
 */
record RequestBody(
        @Nullable String encodingProblem,
        @Nullable String jsonProblem,
        @Nullable JsonNode tree) {

    private static final Map<Integer, JsonMapper> MAPPERS = new ConcurrentHashMap<>();

    static RequestBody parse(byte[] bytes, int maxDepth) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new RequestBody("is not UTF-8", "is not UTF-8", null);
        }
        if (text.indexOf('\0') >= 0) {
            return new RequestBody("contains NUL", "contains NUL", null);
        }
        if (text.isBlank()) {
            return new RequestBody(null, "is empty", null);
        }
        return parse(text, maxDepth);
    }

    private static RequestBody parse(String text, int maxDepth) {
        try {
            JsonNode tree =
                    MAPPERS.computeIfAbsent(maxDepth, RequestBody::strictMapper).readTree(text);
            return new RequestBody(
                    hasBrokenText(tree) ? "has a string with NUL or half a surrogate pair" : null, null, tree);
        } catch (StreamConstraintsException tooMuch) {
            return new RequestBody(
                    null, "is nested deeper than " + maxDepth + " or has an overlong number or name", null);
        } catch (JacksonException notJson) {
            TokenStreamLocation at = notJson.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return new RequestBody(null, "is not one JSON text without repeated members" + where, null);
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

    private static boolean hasBrokenText(JsonNode node) {
        if (node.isString()) {
            return isBroken(node.stringValue());
        }
        for (String name : node.propertyNames()) {
            if (isBroken(name)) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (hasBrokenText(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBroken(String text) {
        return text.codePoints()
                .anyMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
