package io.s360.iid.verify.coverage;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.source.Pointers;
import io.s360.iid.verify.cases.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of a body that are no objects and no lists. */
final class Leaves {

    private Leaves() {}

    /** Bodies in each of which one value is another one: of those that the example fixes. */
    static Stream<ObjectNode> changed(ObjectNode body, Case tried) {
        Decision decision = tried.decision();
        Set<String> live = decision == null ? Set.of() : decision.live().keySet();
        List<String> pointers = new ArrayList<>();
        collect("", body, live, pointers);
        return pointers.stream().map(pointer -> changed(body, pointer));
    }

    private static void collect(String pointer, ObjectNode object, Set<String> live, List<String> found) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String at = Pointers.child(pointer, member.getKey());
            if (member.getValue() instanceof ObjectNode inner && !live.contains(at)) {
                collect(at, inner, live, found);
            } else if (!live.contains(at) && !member.getValue().isArray()) {
                found.add(at);
            }
        }
    }

    private static ObjectNode changed(ObjectNode body, String pointer) {
        ObjectNode copy = body.deepCopy();
        int slash = pointer.lastIndexOf('/');
        String name = Pointers.unescape(pointer.substring(slash + 1));
        if (copy.at(pointer.substring(0, slash)) instanceof ObjectNode parent) {
            parent.set(name, other(parent.get(name)));
        }
        return copy;
    }

    /** Another value of the same kind. */
    static JsonNode other(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value.isNumber()) {
            return json.numberNode(value.asLong() + 1);
        }
        if (value.isBoolean()) {
            return json.booleanNode(!value.booleanValue());
        }
        return json.stringNode(value.isNull() ? "X" : value.asString("") + "x");
    }
}
