package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Pointers;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The line of every member and item of a tree, counted from 1; a member has the line of its name. */
final class Lines {

    private static final int MANY = 50;

    private final IdentityHashMap<JsonNode, Map<String, Integer>> indices = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, int[]> ofChildren = new IdentityHashMap<>();

    void keep(JsonNode parent, LineList lines) {
        ofChildren.put(parent, lines.toArray());
    }

    /** The line of the value at a JSON pointer; of its nearest ancestor if it is absent. */
    int of(JsonNode root, String pointer) {
        JsonNode at = root;
        int line = 1;
        int end = 0;
        while (end < pointer.length()) {
            int start = end + 1;
            int slash = pointer.indexOf('/', start);
            end = slash < 0 ? pointer.length() : slash;
            int index = indexOf(at, Pointers.unescape(pointer.substring(start, end)));
            int @Nullable [] known = ofChildren.get(at);
            if (index < 0 || known == null) {
                return line;
            }
            line = known[index];
            at = at.isArray() ? at.get(index) : at.get(Pointers.unescape(pointer.substring(start, end)));
        }
        return line;
    }

    private int indexOf(JsonNode parent, String step) {
        if (parent.isArray()) {
            int index = step.matches("\\d{1,9}") ? Integer.parseInt(step) : -1;
            return index < parent.size() ? index : -1;
        }
        if (parent.size() > MANY) {
            return indicesOf(parent).getOrDefault(step, -1);
        }
        int index = 0;
        for (String name : parent.propertyNames()) {
            if (name.equals(step)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    /** The paths of a large document are asked for one by one: counting them anew each time would take longest of all. */
    private Map<String, Integer> indicesOf(JsonNode parent) {
        synchronized (indices) {
            Map<String, Integer> known = indices.get(parent);
            if (known == null) {
                known = new HashMap<>();
                for (String name : parent.propertyNames()) {
                    known.put(name, known.size());
                }
                indices.put(parent, known);
            }
            return known;
        }
    }
}
