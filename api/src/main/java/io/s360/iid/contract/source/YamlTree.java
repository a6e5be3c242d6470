package io.s360.iid.contract.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML 1.2 text as a JSON tree, with the line of every value.
 *
 * @param lines from JSON pointer to line, counted from 1; a member of an object has the line of its name
 */
record YamlTree(JsonNode root, Map<String, Integer> lines) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static YamlTree parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new JsonSchema())
                .setUseMarks(true)
                .build();
        try {
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new UnreadableSource(new Place(file, 1), "the file is empty"));
            Walk walk = new Walk(file, new HashMap<>());
            return new YamlTree(walk.toJson(root, ""), Map.copyOf(walk.lines()));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new UnreadableSource(new Place(file, line), "not YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            throw new UnreadableSource(new Place(file, 1), "not YAML: " + broken.getMessage());
        }
    }

    private record Walk(String file, Map<String, Integer> lines) {

        JsonNode toJson(Node node, String pointer) {
            lines.putIfAbsent(pointer, lineOf(node));
            if (node instanceof MappingNode mapping) {
                return toObject(mapping, pointer);
            }
            if (node instanceof SequenceNode sequence) {
                return toArray(sequence, pointer);
            }
            return toScalar((ScalarNode) node);
        }

        private ObjectNode toObject(MappingNode mapping, String pointer) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple member : mapping.getValue()) {
                if (!(member.getKeyNode() instanceof ScalarNode name)) {
                    throw new UnreadableSource(placeOf(member.getKeyNode()), "a member's name must be text");
                }
                if (object.has(name.getValue())) {
                    throw new UnreadableSource(placeOf(name), "the member " + name.getValue() + " stands twice");
                }
                String at = Pointers.child(pointer, name.getValue());
                lines.put(at, lineOf(name));
                object.set(name.getValue(), toJson(member.getValueNode(), at));
            }
            return object;
        }

        private ArrayNode toArray(SequenceNode sequence, String pointer) {
            ArrayNode array = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(toJson(item, Pointers.child(pointer, String.valueOf(array.size()))));
            }
            return array;
        }

        private JsonNode toScalar(ScalarNode scalar) {
            String text = scalar.getValue();
            Tag tag = scalar.getTag();
            if (tag.equals(Tag.NULL)) {
                return JSON.nullNode();
            }
            if (tag.equals(Tag.BOOL)) {
                return JSON.booleanNode(Boolean.parseBoolean(text));
            }
            if (tag.equals(Tag.INT)) {
                return toInteger(new BigInteger(text));
            }
            if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(text));
            }
            return JSON.stringNode(text);
        }

        /** The narrowest that holds it, as a reader of JSON does. */
        private static JsonNode toInteger(BigInteger number) {
            if (number.bitLength() < Integer.SIZE) {
                return JSON.numberNode(number.intValue());
            }
            return number.bitLength() < Long.SIZE ? JSON.numberNode(number.longValue()) : JSON.numberNode(number);
        }

        private Place placeOf(Node node) {
            return new Place(file, lineOf(node));
        }

        private int lineOf(Node node) {
            return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        }
    }
}
