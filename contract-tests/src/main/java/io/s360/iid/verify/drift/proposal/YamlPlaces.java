package io.s360.iid.verify.drift.proposal;

import io.s360.iid.contract.source.Pointers;
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

/** Where the values of a YAML text stand in it. */
final class YamlPlaces {

    private final String text;
    private final @Nullable Node root;

    YamlPlaces(String text) {
        this.text = text;
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new JsonSchema())
                .setUseMarks(true)
                .build();
        this.root = new Compose(settings).composeString(text).orElse(null);
    }

    /**
     * The value at a JSON pointer.
     *
     * @throws NotProposed if there is none
     */
    Node node(String pointer) {
        return find(pointer).orElseThrow(() -> new NotProposed("the contract has nothing at " + pointer));
    }

    /** The value at a JSON pointer; empty if there is none. */
    Optional<Node> find(String pointer) {
        Node at = root;
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

    /**
     * A member of the object at a JSON pointer.
     *
     * @throws NotProposed if there is none
     */
    NodeTuple tuple(String pointer, String name) {
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

    int start(Node node) {
        return offset(mark(node.getStartMark()));
    }

    int end(Node node) {
        return offset(mark(node.getEndMark()));
    }

    /** In which column a value begins, counted from 0. */
    int column(Node node) {
        return mark(node.getStartMark()).getColumn();
    }

    /** Where the line begins in which a value begins. */
    int lineOf(Node node) {
        return text.lastIndexOf('\n', start(node) - 1) + 1;
    }

    /** Where the line begins that follows the last line of a value. The end of a value in lines is where the next one begins. */
    int lineAfter(Node value) {
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

    private static Mark mark(Optional<Mark> mark) {
        return mark.orElseThrow();
    }

    /** Marks count code points. */
    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
