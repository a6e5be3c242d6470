package io.s360.iid.mock.document;

import io.s360.iid.mock.document.schema.Direction;
import io.s360.iid.mock.document.schema.Sampler;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The headers of answers: as exampled, otherwise made by their schema. Safe for use by several threads. */
final class HeaderValues {

    /** Those that say how the body is sent, which the document cannot know. */
    private static final Set<String> OF_THE_BODY = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OF_THE_BODY.addAll(Set.of("Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding"));
    }

    private final Sampler sampler;
    private final long seed;
    private final Map<String, Map<String, String>> made = new ConcurrentHashMap<>();

    HeaderValues(Sampler sampler, long seed) {
        this.sampler = sampler;
        this.seed = seed;
    }

    Map<String, String> of(Response response) {
        return response.headers().isEmpty()
                ? Map.of()
                : made.computeIfAbsent(response.part().location(), unknown -> make(response));
    }

    private Map<String, String> make(Response response) {
        Map<String, String> values = new LinkedHashMap<>();
        response.headers().forEach((name, header) -> {
            if (!OF_THE_BODY.contains(name)) {
                valueOf(name, header).ifPresent(value -> values.put(name, value));
            }
        });
        return values;
    }

    private Optional<String> valueOf(String name, Part header) {
        Optional<JsonNode> shown = header.member("example")
                .or(() -> header.member("examples").flatMap(HeaderValues::firstOf))
                .map(Part::value);
        return shown.or(() -> header.member("schema")
                        .flatMap(schema -> sampler.sample(
                                schema, Direction.RESPONSE, seed * 31 + name.hashCode(), (spot, what) -> {})))
                .map(HeaderValues::text)
                .filter(text -> text.chars().noneMatch(Character::isISOControl));
    }

    private static Optional<Part> firstOf(Part examples) {
        try {
            return examples.members().values().stream()
                    .findFirst()
                    .flatMap(example -> example.followed().member("value"));
        } catch (BrokenSource nowhere) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(HeaderValues::text).collect(Collectors.joining(","));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> member.getKey() + "," + text(member.getValue()))
                    .collect(Collectors.joining(","));
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
