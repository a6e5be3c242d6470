package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Pointers;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The line of every member and item of a tree, counted from 1; a member has the line of its name. */
final class Lines {

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

    private static int indexOf(JsonNode parent, String step) {
        if (parent.isArray()) {
            int index = indexFrom(step);
            return index < parent.size() ? index : -1;
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

    private static int indexFrom(String step) {
        return step.matches("\\d{1,9}") ? Integer.parseInt(step) : -1;
    }
}
