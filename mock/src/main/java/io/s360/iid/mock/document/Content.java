package io.s360.iid.mock.document;

import io.s360.iid.contract.request.MediaRange;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One type of body that the document declares.
 *
 * @param type as the document has it, possibly a range
 */
record Content(String type, MediaRange range, BodyKind kind, Part part) {

    /** The name of an example that has none. */
    static final String UNNAMED = "example";

    private static final MediaRange UNKNOWN = new MediaRange("application", "octet-stream", Map.of());

    static Content of(String type, Part part) {
        MediaRange range = MediaRange.parse(type)
                .filter(ranges -> ranges.size() == 1)
                .map(ranges -> ranges.get(0))
                .orElse(UNKNOWN);
        return new Content(type, range, BodyKind.of(range), part);
    }

    /** All declared types, in the document's order. */
    static List<Content> allOf(Part holder) {
        return holder.find("content").map(Part::members).orElse(Map.of()).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    Optional<Part> schema() {
        return part.member("schema").filter(schema -> !schema.value().isBoolean());
    }

    /** What goes over the wire as the type of the body. */
    String concreteType() {
        if (!type.contains("*")) {
            return type;
        }
        return range.subtype().equals("*")
                        && kind == BodyKind.BINARY
                        && !range.type().equals("*")
                ? range.type() + "/" + (range.type().equals("image") ? "png" : "mpeg")
                : kind.usualType();
    }

    /**
     * The values of its examples by name.
     *
     * @throws BrokenSource if one refers to nothing
     */
    Map<String, Part> examples() {
        Map<String, Part> examples = new LinkedHashMap<>();
        part.member("examples")
                .ifPresent(named -> named.members()
                        .forEach((name, example) ->
                                example.followed().member("value").ifPresent(value -> examples.put(name, value))));
        part.member("example").ifPresent(value -> examples.putIfAbsent(UNNAMED, value));
        return examples;
    }

    /** Whether whoever accepts this range accepts this type. */
    int precisionFor(MediaRange accepted) {
        MediaRange own = MediaRange.parse(concreteType())
                .flatMap(ranges -> ranges.stream().findFirst())
                .orElse(UNKNOWN);
        return accepted.precisionFor(own.type(), own.subtype());
    }
}
