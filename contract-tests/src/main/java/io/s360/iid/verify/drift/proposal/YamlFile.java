package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.source.Pointers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The text of a YAML file, changed where a change is and nowhere else: comments, blanks and the order of all else stay. */
record YamlFile(String text) {

    /** With another value. */
    YamlFile set(String pointer, JsonNode value) {
        Node node = node(pointer);
        return splice(start(node), end(node), YamlText.flow(value));
    }

    /** With a member more, at the end of an object. */
    YamlFile add(String pointer, String name, JsonNode value) {
        if (!(node(pointer) instanceof MappingNode object)) {
            throw new NotProposed(pointer + " is not an object");
        }
        if (object.getFlowStyle() == FlowStyle.FLOW) {
            int brace = end(object) - 1;
            String pair = YamlText.flow(JsonNodeFactory.instance.stringNode(name)) + ": " + YamlText.flow(value);
            return splice(brace, brace, object.getValue().isEmpty() ? pair : ", " + pair);
        }
        NodeTuple last = object.getValue().get(object.getValue().size() - 1);
        int column = mark(last.getKeyNode().getStartMark()).getColumn();
        return insertLines(lineAfter(last.getValueNode()), column, YamlText.member(name, value));
    }

    /** With a member more, written in one line before the member of another name. */
    YamlFile addBefore(String pointer, String next, String name, JsonNode value) {
        NodeTuple found = tuple(pointer, next);
        int column = mark(found.getKeyNode().getStartMark()).getColumn();
        return insertLines(lineOf(found.getKeyNode()), column, YamlText.member(name, value));
    }

    /** With an item more, in one line before the item at a place of a list that is written in lines. */
    YamlFile insert(String pointer, int at, JsonNode value) {
        if (!(node(pointer) instanceof SequenceNode list)) {
            throw new NotProposed(pointer + " is not a list");
        }
        Node next = list.getValue().get(at);
        String line = line(mark(next.getStartMark()).getLine());
        int dash = line.indexOf('-');
        return insertLines(lineOf(next), dash, List.of("- " + YamlText.flow(value)));
    }

    /** Without a member that is written in an object in one line, or has lines of its own. */
    YamlFile remove(String pointer, String name) {
        NodeTuple found = tuple(pointer, name);
        CollectionNode<?> object = (CollectionNode<?>) node(pointer);
        int from = start(found.getKeyNode());
        int to = end(found.getValueNode());
        if (object.getFlowStyle() == FlowStyle.FLOW) {
            return withoutBetweenCommas(from, to);
        }
        return splice(startOfLine(from), startOfLine(lineAfter(found.getValueNode())), "");
    }

    /** Without an item of a list that is written in one line. */
    YamlFile removeItem(String pointer, int at) {
        if (!(node(pointer) instanceof SequenceNode list) || list.getFlowStyle() != FlowStyle.FLOW) {
            throw new NotProposed(pointer + " is not a list in one line");
        }
        Node item = list.getValue().get(at);
        return withoutBetweenCommas(start(item), end(item));
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
        Node key = tuple(pointer, name).getKeyNode();
        String quote = text.charAt(start(key)) == '\'' ? "'" : "";
        return splice(start(key), end(key), quote + changed + quote);
    }

    boolean has(String pointer) {
        return find(pointer).isPresent();
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

    private Node node(String pointer) {
        return find(pointer).orElseThrow(() -> new NotProposed("the contract has nothing at " + pointer));
    }

    private Optional<Node> find(String pointer) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new JsonSchema())
                .setUseMarks(true)
                .build();
        Node at = new Compose(settings).composeString(text).orElse(null);
        String[] steps = pointer.split("/", -1);
        for (int step = 1; step < steps.length && at != null; step++) {
            at = child(at, Pointers.unescape(steps[step]));
        }
        return Optional.ofNullable(at);
    }

    private static @Nullable Node child(Node node, String name) {
        if (node instanceof SequenceNode list) {
            return list.getValue().get(Integer.parseInt(name));
        }
        return find(node, name).map(NodeTuple::getValueNode).orElse(null);
    }

    private NodeTuple tuple(String pointer, String name) {
        return find(node(pointer), name)
                .orElseThrow(() -> new NotProposed("the contract has nothing at " + pointer + "/" + name));
    }

    private static Optional<NodeTuple> find(Node node, String name) {
        return node instanceof MappingNode object
                ? object.getValue().stream()
                        .filter(member -> member.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    private int start(Node node) {
        return offset(mark(node.getStartMark()));
    }

    private int end(Node node) {
        return offset(mark(node.getEndMark()));
    }

    private int lineOf(Node node) {
        return startOfLine(start(node));
    }

    private int startOfLine(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Where the line begins that follows the last line of a value. The end of a value in lines is where the next one begins. */
    private int lineAfter(Node value) {
        Node last = lastLeaf(value);
        int end = end(last);
        while (end > start(last) && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int lineEnd = text.indexOf('\n', end);
        return lineEnd < 0 ? text.length() : lineEnd + 1;
    }

    private static Node lastLeaf(Node node) {
        if (node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() == FlowStyle.BLOCK
                && !collection.getValue().isEmpty()) {
            Object last = collection.getValue().get(collection.getValue().size() - 1);
            return lastLeaf(last instanceof NodeTuple member ? member.getValueNode() : (Node) last);
        }
        return node;
    }

    private String line(int number) {
        return text.lines().skip(number).findFirst().orElse("");
    }

    private static Mark mark(Optional<Mark> mark) {
        return mark.orElseThrow();
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
