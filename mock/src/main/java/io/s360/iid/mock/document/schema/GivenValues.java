package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values that stand in the document: examples, defaults, and those that are listed one by one. */
record GivenValues(Draft draft, Random random, Notes notes) {

    /** What the document shows, if it keeps what it is shown for; null if it shows nothing that does. */
    @Nullable
    JsonNode shown(Shape shape, List<Part> schemas) {
        for (Part part : shape.parts()) {
            List<Part> examples = new ArrayList<>();
            part.member("example").ifPresent(examples::add);
            part.member("examples").ifPresent(list -> examples.addAll(list.items()));
            for (Part example : examples) {
                if (draft.isAccepted(schemas, example.value())) {
                    return example.value();
                }
                notes.tell(example.spot(), "the example breaks its own schema");
            }
            JsonNode usual = part.value().get("default");
            if (usual != null && !usual.isNull() && draft.isAccepted(schemas, usual)) {
                return usual;
            }
        }
        return null;
    }

    /** One of the values that are listed; null if none of them can be taken. */
    @Nullable
    JsonNode listed(Shape shape, List<Part> schemas) {
        List<JsonNode> values = new ArrayList<>();
        shape.all("const").forEach(values::add);
        shape.all("enum").forEach(list -> list.forEach(values::add));
        Collections.rotate(values, shape.has("const") ? 0 : -random.nextInt(Math.max(1, values.size())));
        values.sort((one, other) -> Boolean.compare(one.isNull(), other.isNull()));
        return values.stream()
                .filter(value -> draft.isAccepted(schemas, value))
                .findFirst()
                .orElse(null);
    }
}
