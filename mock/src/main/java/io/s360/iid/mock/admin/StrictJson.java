package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.MockRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of the admin API: exactly one JSON text in UTF-8, no member twice, bounded in size and depth. */
final class StrictJson {

    /** In bytes. */
    static final int LONGEST = 8 << 20;

    private static final int DEEPEST = 100;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * The body of a request.
     *
     * @throws Problem if it is none that can be read
     * @throws java.io.UncheckedIOException if it does not arrive
     */
    static JsonNode bodyOf(MockRequest request) {
        if (!isJson(request.headers("Content-Type"))) {
            throw Problem.unsupportedMediaType();
        }
        if (request.declaredLength() > LONGEST) {
            throw Problem.tooLarge(LONGEST);
        }
        byte[] body = request.body(LONGEST + 1);
        if (body.length > LONGEST) {
            throw Problem.tooLarge(LONGEST);
        }
        return parse(body);
    }

    private static JsonNode parse(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode tree = JSON.readTree(text);
            if (tree.isMissingNode()) {
                throw Problem.badRequest("the body is empty");
            }
            return tree;
        } catch (CharacterCodingException notUtf8) {
            throw Problem.badRequest("the body is not UTF-8");
        } catch (JacksonException notJson) {
            TokenStreamLocation at = notJson.getLocation();
            throw Problem.badRequest("the body is not one JSON text of at most " + DEEPEST
                    + " levels without repeated members"
                    + (at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr()));
        }
    }

    private static boolean isJson(List<String> declared) {
        return declared.size() == 1
                && declared.get(0)
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("application/json");
    }
}
