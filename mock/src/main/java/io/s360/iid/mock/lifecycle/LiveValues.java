package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what the resources say of themselves into the example that a decision names. */
final class LiveValues {

    private static final Pattern EACH = Pattern.compile("/\\*(?=/|$)");

    private final JsonNode body;
    private final Subjects subjects;
    private final Set<String> repeated = new HashSet<>();

    private LiveValues(JsonNode body, Subjects subjects) {
        this.body = body;
        this.subjects = subjects;
    }

    /** The body of the decision's answer, with the decision's live values. */
    static JsonNode putInto(Decision decision, Subjects subjects) {
        LiveValues values = new LiveValues(decision.answer().copyOfBody(), subjects);
        decision.live().forEach(values::put);
        return values.body;
    }

    private void put(String pointer, Decision.LiveValue value) {
        String[] around = EACH.split(pointer, 2);
        if (around.length == 1) {
            Individual one = subjects.get(value.resource());
            set(pointer, Attributes.valueOf(value.attribute(), one, subjects));
        } else {
            putEach(around[0], around[1], value);
        }
    }

    /** The example shows one element or more; the first is the pattern for all. */
    private void putEach(String list, String member, Decision.LiveValue value) {
        List<Individual> created = subjects.created(value.resource());
        if (repeated.add(list)) {
            repeatFirst((ArrayNode) body.at(list), created.size());
        }
        for (int i = 0; i < created.size(); i++) {
            set(list + "/" + i + member, Attributes.valueOf(value.attribute(), created.get(i), subjects));
        }
    }

    private static void repeatFirst(ArrayNode array, int times) {
        JsonNode pattern = array.get(0);
        array.removeAll();
        for (int i = 0; i < times; i++) {
            array.add(pattern.deepCopy());
        }
    }

    private void set(String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = body.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
    }
}
