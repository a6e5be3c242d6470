package io.s360.iid.verify.cases;

import io.s360.iid.contract.source.Clause;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that may break one keyword of a schema; whether they do is for a judge to say. */
final class Counterexamples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String WRONG_FORMS =
            "1-1-1-1-1|not-a-uuid-but-as-long-as-one-is-wow!|\u0660\u0661\u0662|2026-01-15|1768464000|nobody|\u202Ereversed|\u0007bell| |";

    private Counterexamples() {}

    /** Values of every other type, by the name of the type. */
    static Map<String, JsonNode> ofType(Clause schema) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("string", JSON.stringNode("5"));
        values.put("empty string", JSON.stringNode(""));
        values.put("integer", JSON.numberNode(5));
        values.put("number", JSON.numberNode(5.7));
        values.put("boolean", JSON.booleanNode(true));
        values.put("null", JSON.nullNode());
        values.put("array", JSON.arrayNode());
        values.put("object", JSON.objectNode());
        values.put("huge number", JSON.numberNode(new BigDecimal("-1e400")));
        String type = schema.get("type").text();
        values.remove(type);
        if (type.equals("string")) {
            values.remove("empty string");
        }
        if (type.equals("integer")) {
            values.remove("huge number"); // of the right type, and for the limits to refuse
        }
        if (schema.find("nullable")
                .map(nullable -> nullable.value().booleanValue())
                .orElse(false)) {
            values.remove("null");
        }
        return values;
    }

    /** Values of the right type that may break a keyword. */
    static Stream<JsonNode> of(String keyword, Clause schema, JsonNode valid) {
        int limit = schema.value().path(keyword).asInt(0);
        return switch (keyword) {
            case "minLength" -> limit == 0 ? Stream.of() : Stream.of(text(cut(valid.asString(""), limit - 1)));
            case "maxLength" -> Stream.of(text(stretched(valid.asString(""), limit + 1)));
            case "pattern" -> wrongForms(schema).map(Counterexamples::text);
            case "format" ->
                schema.get("type").text().equals("integer")
                        ? Stream.of(
                                JSON.numberNode(1L << Integer.SIZE),
                                JSON.numberNode(BigInteger.ONE.shiftLeft(Long.SIZE)))
                        : wrongForms(schema).map(Counterexamples::text);
            case "enum" ->
                Stream.of(text("NONE_OF_THESE"), text(valid.asString("").toLowerCase(Locale.ROOT)));
            case "minimum" -> Stream.of(JSON.numberNode(limit - 1L));
            case "maximum" -> Stream.of(JSON.numberNode(limit + 1L));
            default -> Stream.of();
        };
    }

    private static Stream<String> wrongForms(Clause schema) {
        int most = schema.value().path("maxLength").asInt(Integer.MAX_VALUE);
        int least = schema.value().path("minLength").asInt(0);
        return List.of(WRONG_FORMS.split("\\|", -1)).stream()
                .flatMap(form -> Stream.of(stretched(cut(form, most), least), form));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String stretched(String text, int length) {
        String seed = text.isEmpty() ? "x" : text;
        return text.length() >= length ? text : cut(text + seed.repeat(length / seed.length() + 1), length);
    }

    private static JsonNode text(String text) {
        return JSON.stringNode(text);
    }
}
