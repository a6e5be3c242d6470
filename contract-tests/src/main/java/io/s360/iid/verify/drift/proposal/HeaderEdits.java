package io.s360.iid.verify.drift.proposal;

import io.s360.iid.verify.drift.sight.Observed;
import io.s360.iid.verify.drift.sight.Shape;
import io.s360.iid.verify.drift.sight.Spot;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes of what is said of the headers of answers. */
final class HeaderEdits {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String HEADERS = "/components/headers";

    private HeaderEdits() {}

    /** Declares a header with the answers that had it. */
    static String add(Draft draft, Observed observed) {
        String name = spelled(SchemaEdits.toldNameOf(observed));
        String root = observed.slots().iterator().next().file();
        JsonNode reference = declare(draft, root, name, observed.evidence().shape(), observed);
        for (Spot response : observed.slots()) {
            draft.edit(response.file(), file -> file.add(response.pointer() + "/headers", name, reference));
        }
        return "the optional header " + name + " added to " + SchemaEdits.inWords(observed.slots());
    }

    /**
     * Declares a header for answers to refer to.
     *
     * @return the reference
     */
    static ObjectNode declare(Draft draft, String root, String name, Shape shape, Observed observed) {
        String component = name.replaceAll("[^A-Za-z0-9]", "");
        String pointer = HEADERS + "/" + component;
        if (!draft.file(root).has(pointer)) {
            ObjectNode header = SchemaEdits.marked(JSON.objectNode().put("required", false), observed);
            header.set("schema", ShapeSchema.of(shape));
            header.set("example", ShapeSchema.example(shape));
            draft.edit(root, file -> file.add(HEADERS, component, header));
        }
        return JSON.objectNode().put("$ref", "#" + pointer);
    }

    /** Lets a declared header be missing. */
    static String makeOptional(Draft draft, Observed observed) {
        Spot header = observed.cause().spot();
        draft.edit(header.file(), file -> file.set(header.child("required").pointer(), JSON.booleanNode(false)));
        return observed.cause().name() + " no longer required, wherever " + header.pointer() + " is used";
    }

    /** As headers are mostly spelled, since the letter case of what was seen means nothing. */
    static String spelled(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(part -> part.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining("-"));
    }
}
