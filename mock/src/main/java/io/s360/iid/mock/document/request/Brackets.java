package io.s360.iid.mock.document.request;

import io.s360.iid.mock.document.schema.Shapes;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Names with brackets, {@code filter[size][min]=3}, as the objects and arrays that they stand for. */
record Brackets(TypedText texts, Shapes shapes) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern STEP = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final int DEEPEST = 30;

    /** Texts by the rest of their names. */
    private record Branch(Map<String, Branch> next, List<String> texts) {}

    /** The value of all names that begin with this one and go on in brackets; empty if there are none. */
    Optional<JsonNode> value(Part schema, String name, QueryText query) {
        Branch root = new Branch(new LinkedHashMap<>(), List.of());
        for (String full : query.names()) {
            if (full.startsWith(name + "[")) {
                grow(root, full.substring(name.length()), query.values(full));
            }
        }
        return root.next().isEmpty() ? Optional.empty() : Optional.of(toValue(schema, root));
    }

    private static void grow(Branch root, String rest, List<String> values) {
        Branch at = root;
        int depth = 0;
        for (Matcher steps = STEP.matcher(rest); depth < DEEPEST && steps.find(); depth++) {
            at = at.next()
                    .computeIfAbsent(steps.group(1), step -> new Branch(new LinkedHashMap<>(), new ArrayList<>()));
        }
        if (depth > 0) {
            at.texts().addAll(values);
        }
    }

    private JsonNode toValue(Part schema, Branch branch) {
        if (branch.next().isEmpty() && isEmptyObject(schema, branch)) {
            return JSON.objectNode();
        }
        if (branch.next().isEmpty()) {
            return branch.texts().size() == 1 && !shapes.typesOf(schema).contains("array")
                    ? texts.value(schema, branch.texts().get(0))
                    : texts.array(schema, branch.texts());
        }
        boolean isArray = shapes.typesOf(schema).contains("array")
                && branch.next().keySet().stream().allMatch(step -> step.matches("\\d*"));
        return isArray ? toArray(schema, branch) : toObject(schema, branch);
    }

    /** A name with nothing behind it: the only way that such a text has to say so. */
    private boolean isEmptyObject(Part schema, Branch branch) {
        Set<String> types = shapes.typesOf(schema);
        return branch.texts().equals(List.of("")) && types.contains("object") && !types.contains("string");
    }

    private ArrayNode toArray(Part schema, Branch branch) {
        ArrayNode array = JSON.arrayNode();
        Part items = shapes.itemsOf(schema).orElse(schema);
        branch.next().values().forEach(item -> {
            if (item.next().isEmpty() && !isEmptyObject(items, item)) {
                item.texts().forEach(text -> array.add(texts.value(items, text)));
            } else {
                array.add(toValue(items, item));
            }
        });
        return array;
    }

    private ObjectNode toObject(Part schema, Branch branch) {
        ObjectNode object = JSON.objectNode();
        branch.next()
                .forEach((name, value) -> object.set(
                        name,
                        shapes.memberOf(schema, name)
                                .map(member -> toValue(member, value))
                                .orElseGet(() -> free(value))));
        return object;
    }

    /** What no schema speaks of. */
    private static JsonNode free(Branch branch) {
        if (branch.next().isEmpty()) {
            return JSON.stringNode(String.join(",", branch.texts()));
        }
        ObjectNode object = JSON.objectNode();
        branch.next().forEach((name, value) -> object.set(name, free(value)));
        return object;
    }
}
