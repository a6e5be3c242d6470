package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Makes arrays: of two items if they are the value itself, of one further inside, and of more where more are demanded. */
record ArrayMaker(Draft draft) {

    private static final int MOST_TRIES = 20;

    @Nullable
    ArrayNode make(Shape shape, Trail trail) {
        int least = limit(shape, "minItems", 0, true);
        int most = limit(shape, "maxItems", Integer.MAX_VALUE, false);
        int tuple = shape.all("prefixItems").mapToInt(JsonNode::size).max().orElse(0);
        int usual = Math.max(tuple, trail.depth() == 0 ? 2 : 1);
        int wanted = Math.max(least, Math.min(most, draft.isGenerous(trail) ? usual : 0));
        boolean isSet = shape.all("uniqueItems").anyMatch(unique -> unique.asBoolean(false));
        Trail inside = trail.into(shape);
        ArrayNode array = Draft.JSON.arrayNode();
        for (int tries = 0; array.size() < wanted && tries < wanted + MOST_TRIES; tries++) {
            List<Part> schemas = schemasOf(shape, array.size());
            JsonNode item = isEndless(schemas, inside, array.size() >= least) ? null : draft.value(schemas, inside);
            if (item == null) {
                break;
            }
            if (!isSet || !contains(array, item)) {
                array.add(item);
            }
        }
        return array.size() < least ? null : array;
    }

    private boolean isEndless(List<Part> schemas, Trail inside, boolean isEnough) {
        Shape of = draft.shapeOf(schemas);
        return of == null || (isEnough && inside.crosses(of));
    }

    private static List<Part> schemasOf(Shape shape, int index) {
        List<Part> schemas = new ArrayList<>();
        for (Part part : shape.parts()) {
            List<Part> tuple = part.member("prefixItems").map(Part::items).orElse(List.of());
            if (index < tuple.size()) {
                schemas.add(tuple.get(index));
            } else {
                part.member("items").ifPresent(schemas::add);
            }
            if (index == tuple.size()) {
                part.member("contains").ifPresent(schemas::add);
            }
        }
        return schemas;
    }

    private static boolean contains(ArrayNode array, JsonNode item) {
        for (JsonNode known : array) {
            if (known.equals(item)) {
                return true;
            }
        }
        return false;
    }

    private static int limit(Shape shape, String keyword, int none, boolean isLeast) {
        return shape.all(keyword)
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .reduce(isLeast ? Math::max : Math::min)
                .orElse(none);
    }
}
