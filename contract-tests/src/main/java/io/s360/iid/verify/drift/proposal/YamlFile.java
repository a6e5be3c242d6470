package io.s360.iid.verify.drift.proposal;

import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The text of a YAML file, changed where a change is and nowhere else: comments, blanks and the order of all else stay. */
final class YamlFile {

    private final String text;
    private final YamlPlaces places;

    YamlFile(String text) {
        this.text = text;
        this.places = new YamlPlaces(text);
    }

    String text() {
        return text;
    }

    /** With another value. */
    YamlFile set(String pointer, JsonNode value) {
        Node node = places.node(pointer);
        return splice(places.start(node), places.end(node), YamlText.flow(value));
    }

    /** With a member more, at the end of an object. */
    YamlFile add(String pointer, String name, JsonNode value) {
        if (!(places.node(pointer) instanceof MappingNode object)) {
            throw new NotProposed(pointer + " is not an object");
        }
        if (object.getFlowStyle() == FlowStyle.FLOW) {
            int brace = places.end(object) - 1;
            String pair = YamlText.flow(JsonNodeFactory.instance.stringNode(name)) + ": " + YamlText.flow(value);
            return splice(brace, brace, object.getValue().isEmpty() ? pair : ", " + pair);
        }
        NodeTuple last = object.getValue().get(object.getValue().size() - 1);
        int column = places.column(last.getKeyNode());
        return insertLines(places.lineAfter(last.getValueNode()), column, YamlText.member(name, value));
    }

    /** With a member more, written in one line before the member of another name. */
    YamlFile addBefore(String pointer, String next, String name, JsonNode value) {
        NodeTuple found = places.tuple(pointer, next);
        int column = places.column(found.getKeyNode());
        return insertLines(places.lineOf(found.getKeyNode()), column, YamlText.member(name, value));
    }

    /** With an item more, in one line before the item at a place of a list that is written in lines. */
    YamlFile insert(String pointer, int at, JsonNode value) {
        if (!(places.node(pointer) instanceof SequenceNode list)) {
            throw new NotProposed(pointer + " is not a list");
        }
        Node next = list.getValue().get(at);
        int line = places.lineOf(next);
        int dash = text.indexOf('-', line) - line;
        return insertLines(line, dash, List.of("- " + YamlText.flow(value)));
    }

    /** Without a member that is written in an object in one line, or has lines of its own. */
    YamlFile remove(String pointer, String name) {
        NodeTuple found = places.tuple(pointer, name);
        CollectionNode<?> object = (CollectionNode<?>) places.node(pointer);
        int from = places.start(found.getKeyNode());
        int to = places.end(found.getValueNode());
        if (object.getFlowStyle() == FlowStyle.FLOW) {
            return withoutBetweenCommas(from, to);
        }
        return splice(places.lineOf(found.getKeyNode()), places.lineAfter(found.getValueNode()), "");
    }

    /** Without an item of a list that is written in one line. */
    YamlFile removeItem(String pointer, int at) {
        if (!(places.node(pointer) instanceof SequenceNode list) || list.getFlowStyle() != FlowStyle.FLOW) {
            throw new NotProposed(pointer + " is not a list in one line");
        }
        Node item = list.getValue().get(at);
        return withoutBetweenCommas(places.start(item), places.end(item));
    }

    private YamlFile withoutBetweenCommas(int from, int to) {
        int behind = to;
        while (behind < text.length() && text.charAt(behind) == ' ') {
            behind++;
        }
        if (text.charAt(behind) == ',') {
            behind++;
            while (text.charAt(behind) == ' ') {
                behind++;
            }
            return splice(from, behind, "");
        }
        int before = from;
        while (text.charAt(before - 1) == ' ') {
            before--;
        }
        return splice(text.charAt(before - 1) == ',' ? before - 1 : from, to, "");
    }

    /** With another name for a member. */
    YamlFile rename(String pointer, String name, String changed) {
        Node key = places.tuple(pointer, name).getKeyNode();
        String quote = text.charAt(places.start(key)) == '\'' ? "'" : "";
        return splice(places.start(key), places.end(key), quote + changed + quote);
    }

    boolean has(String pointer) {
        return places.find(pointer).isPresent();
    }

    private YamlFile insertLines(int at, int column, List<String> lines) {
        String indent = " ".repeat(column);
        StringBuilder inserted = new StringBuilder();
        lines.forEach(line -> inserted.append(indent).append(line).append('\n'));
        boolean isBehindLast = at > 0 && text.charAt(at - 1) != '\n';
        return splice(at, at, (isBehindLast ? "\n" : "") + inserted);
    }

    private YamlFile splice(int from, int to, String replacement) {
        return new YamlFile(text.substring(0, from) + replacement + text.substring(to));
    }
}
