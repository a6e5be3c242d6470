package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Place;
import io.s360.iid.mock.document.source.SourceTree.OpenArray;
import io.s360.iid.mock.document.source.SourceTree.OpenObject;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** Reads JSON, in one pass over the bytes. */
record JsonText(JsonParser parser, Lines lines) {

    private static final JsonFactory FACTORY = new JsonFactory();

    static SourceTree read(String file, byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            JsonText text = new JsonText(parser, new Lines());
            if (parser.nextToken() == null) {
                throw new BrokenSource(new Place(file, 1), "the file is empty");
            }
            return new SourceTree(text.value(), text.lines);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw new BrokenSource(new Place(file, line), "not JSON: " + broken.getOriginalMessage());
        }
    }

    private JsonNode value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> SourceTree.JSON.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> SourceTree.JSON.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> SourceTree.JSON.booleanNode(true);
            case VALUE_FALSE -> SourceTree.JSON.booleanNode(false);
            default -> SourceTree.JSON.nullNode();
        };
    }

    private JsonNode integer() {
        return parser.getNumberType() == JsonParser.NumberType.INT
                ? SourceTree.JSON.numberNode(parser.getIntValue())
                : SourceTree.JSON.numberNode(parser.getBigIntegerValue());
    }

    private JsonNode object() {
        OpenObject object = new OpenObject();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int line = line();
            parser.nextToken();
            object.put(name, value(), line);
        }
        return object.close(lines);
    }

    private JsonNode array() {
        OpenArray array = new OpenArray();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = line();
            array.add(value(), line);
        }
        return array.close(lines);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
