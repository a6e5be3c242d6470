package io.s360.iid.mock.document.schema;

import io.s360.iid.contract.source.Pointers;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.Map;
import java.util.Optional;

/** How a schema tells its kinds apart: by the value of a member. */
record Discriminator(Part part, String member) {

    static Optional<Discriminator> of(Part schema) {
        return schema.member("discriminator")
                .flatMap(part -> part.text("propertyName").map(member -> new Discriminator(part, member)));
    }

    /** What the member says of a schema: as mapped, otherwise the schema's name. */
    String valueFor(Part schema) {
        return part.member("mapping").map(Part::members).orElse(Map.of()).entrySet().stream()
                .filter(mapped -> leadsTo(mapped.getValue(), schema))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> nameOf(schema));
    }

    private static boolean leadsTo(Part mapped, Part schema) {
        String text = mapped.value().isString() ? mapped.value().stringValue() : "";
        if (!text.contains("/") && !text.contains(".")) {
            return text.equals(nameOf(schema));
        }
        try {
            return mapped.target(text).location().equals(schema.location());
        } catch (BrokenSource nowhere) {
            return false;
        }
    }

    private static String nameOf(Part schema) {
        return Pointers.unescape(schema.pointer().substring(schema.pointer().lastIndexOf('/') + 1));
    }
}
