package io.s360.iid.mock.document.request;

import io.s360.iid.mock.document.schema.Direction;
import io.s360.iid.mock.document.schema.SchemaJudge;
import io.s360.iid.mock.document.schema.Shapes;
import io.s360.iid.mock.document.source.Part;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Texts as the values that a schema wants: outside of JSON a number and a text look alike, and what is meant is what the
 * schema takes.
 */
record TypedText(SchemaJudge judge, Shapes shapes) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,400}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");

    /** The reading of a single text that the schema takes; the first reading if it takes none. */
    JsonNode value(Part schema, String text) {
        List<JsonNode> readings = readings(shapes.typesOf(schema), text);
        return readings.stream()
                .filter(reading -> judge.accepts(schema, reading, Direction.REQUEST))
                .findFirst()
                .orElse(readings.get(0));
    }

    /** The reading of several texts as the items of an array. */
    ArrayNode array(Part schema, List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(text -> array.add(
                shapes.itemsOf(schema).map(items -> value(items, text)).orElseGet(() -> JSON.stringNode(text))));
        return array;
    }

    private static List<JsonNode> readings(Set<String> types, String text) {
        List<JsonNode> readings = new ArrayList<>();
        for (String type : types) {
            switch (type) {
                case "integer", "number" -> addNumber(readings, type, text);
                case "boolean" -> {
                    if (text.equals("true") || text.equals("false")) {
                        readings.add(JSON.booleanNode(text.equals("true")));
                    }
                }
                case "null" -> {
                    if (text.isEmpty() || text.equals("null")) {
                        readings.add(JSON.nullNode());
                    }
                }
                default -> {}
            }
        }
        readings.add(JSON.stringNode(text));
        return readings;
    }

    private static void addNumber(List<JsonNode> readings, String type, String text) {
        if (INTEGER.matcher(text).matches()) {
            readings.add(JSON.numberNode(new BigInteger(text)));
        } else if (type.equals("number") && NUMBER.matcher(text).matches()) {
            readings.add(JSON.numberNode(new BigDecimal(text)));
        }
    }
}
