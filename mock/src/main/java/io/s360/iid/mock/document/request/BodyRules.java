package io.s360.iid.mock.document.request;

import io.s360.iid.contract.request.MediaRange;
import io.s360.iid.mock.document.schema.Direction;
import io.s360.iid.mock.document.schema.Flaw;
import io.s360.iid.mock.document.schema.SchemaJudge;
import io.s360.iid.mock.document.schema.Shapes;
import io.s360.iid.mock.document.schema.Unjudgeable;
import io.s360.iid.mock.document.source.Part;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges the body of a request.
 *
 * @param part the request body of the document
 */
record BodyRules(Part part, ParameterText texts, Shapes shapes, SchemaJudge judge) {

    private static final String PLACE = "";

    Finding judge(Call call) {
        byte[] bytes = call.body().get();
        if (bytes.length == 0) {
            return part.isSet("required")
                    ? invalid("required", "required: true", "the body is missing", "/required")
                    : Finding.GOOD;
        }
        Map<String, Part> types = types();
        List<String> sent = call.header("Content-Type");
        Optional<MediaRange> type = MediaRange.parse(String.join(",", sent)).map(ranges -> ranges.get(0));
        if (types.isEmpty()) {
            return Finding.GOOD;
        }
        Optional<Map.Entry<String, Part>> declared = type.flatMap(found -> declared(types, found));
        if (declared.isEmpty()) {
            String expected = String.join(", ", types.keySet());
            String problem = sent.isEmpty() ? "is missing" : "is none of the declared types";
            Flaw flaw = new Flaw(
                    "Content-Type",
                    "media type",
                    expected,
                    problem,
                    part.placeOf("/content").line());
            return new Finding(Finding.Kind.WRONG_TYPE, List.of(flaw));
        }
        return declared.get()
                .getValue()
                .member("schema")
                .map(schema -> judge(schema, declared.get().getValue(), type.orElseThrow(), bytes))
                .orElse(Finding.GOOD);
    }

    Map<String, Part> types() {
        return part.member("content").map(Part::members).orElse(Map.of());
    }

    /** The declared type that names the sent one most exactly. */
    private static Optional<Map.Entry<String, Part>> declared(Map<String, Part> types, MediaRange sent) {
        Map.Entry<String, Part> best = null;
        int bestPrecision = 0;
        for (Map.Entry<String, Part> candidate : types.entrySet()) {
            int precision = MediaRange.parse(candidate.getKey())
                    .map(range -> range.get(0).precisionFor(sent.type(), sent.subtype()))
                    .orElse(0);
            if (precision > bestPrecision) {
                best = candidate;
                bestPrecision = precision;
            }
        }
        return Optional.ofNullable(best);
    }

    private Finding judge(Part schema, Part declared, MediaRange type, byte[] bytes) {
        if (isJson(type)) {
            JsonBody body = JsonBody.of(bytes);
            JsonNode value = body.value();
            return value == null
                    ? invalid("json", "a JSON text", "the body " + body.problem(), PLACE)
                    : judge(schema, value);
        }
        return isForm(type) ? judge(schema, form(schema, declared, bytes)) : Finding.GOOD;
    }

    static boolean isJson(MediaRange type) {
        return type.subtype().equals("json") || type.subtype().endsWith("+json");
    }

    static boolean isForm(MediaRange type) {
        return type.subtype().equals("x-www-form-urlencoded");
    }

    private Finding judge(Part schema, JsonNode value) {
        try {
            List<Flaw> flaws = judge.flaws(schema, value, Direction.REQUEST);
            return flaws.isEmpty() ? Finding.GOOD : new Finding(Finding.Kind.INVALID, flaws);
        } catch (Unjudgeable unclear) {
            return Finding.GOOD; // told when the document was looked through
        }
    }

    /** The fields of a form, each in the style that its encoding declares. */
    private ObjectNode form(Part schema, Part declared, byte[] bytes) {
        QueryText fields = QueryText.of(new String(bytes, StandardCharsets.UTF_8));
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Part> encodings =
                declared.member("encoding").map(Part::members).orElse(Map.of());
        Map<String, Part> properties = new LinkedHashMap<>(shapes.propertiesOf(schema));
        properties.forEach((name, property) -> {
            Part encoding = encodings.get(name);
            String style = encoding == null ? "form" : encoding.text("style").orElse("form");
            boolean isExploded = encoding == null
                    || encoding.member("explode")
                            .map(explode -> explode.value().asBoolean(false))
                            .orElse(style.equals("form"));
            texts.inQuery(property, name, style, isExploded, fields)
                    .or(() -> Optional.of(fields)
                            .filter(all -> all.has(name))
                            .map(all -> texts.simple(property, all.values(name).get(0), false)))
                    .ifPresent(value -> object.set(name, value));
        });
        fields.names().stream()
                .map(name -> name.replaceFirst("\\[.*", ""))
                .filter(name -> !properties.containsKey(name))
                .forEach(name -> object.put(name, String.join(",", fields.values(name))));
        return object;
    }

    private Finding invalid(String rule, String expected, String message, String below) {
        Flaw flaw = new Flaw("", rule, expected, message, part.placeOf(below).line());
        return new Finding(Finding.Kind.INVALID, List.of(flaw));
    }
}
