package io.s360.iid.mock.document.source;

import java.util.Iterator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A text as a JSON tree, with the line of every value. */
record SourceTree(JsonNode root, Lines lines) {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** An object while it is read. Of a member that stands twice the last counts, as in most readers. */
    static final class OpenObject {

        private final ObjectNode node = JSON.objectNode();
        private final LineList lines = new LineList();

        boolean has(String name) {
            return node.has(name);
        }

        void put(String name, JsonNode value, int line) {
            if (node.has(name)) {
                lines.set(indexOf(name), line);
            } else {
                lines.add(line);
            }
            node.set(name, value);
        }

        ObjectNode close(Lines all) {
            all.keep(node, lines);
            return node;
        }

        private int indexOf(String wanted) {
            int index = 0;
            Iterator<String> names = node.propertyNames().iterator();
            while (!names.next().equals(wanted)) {
                index++;
            }
            return index;
        }
    }

    /** An array while it is read. */
    static final class OpenArray {

        private final ArrayNode node = JSON.arrayNode();
        private final LineList lines = new LineList();

        void add(JsonNode value, int line) {
            node.add(value);
            lines.add(line);
        }

        ArrayNode close(Lines all) {
            all.keep(node, lines);
            return node;
        }
    }
}
