package io.s360.iid.mock.document;

import io.s360.iid.mock.document.schema.Direction;
import io.s360.iid.mock.document.schema.Notes;
import io.s360.iid.mock.document.schema.SchemaJudge;
import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of answers: the example that is asked for, otherwise the first that keeps its own schema, otherwise what is
 * made by the schema. Safe for use by several threads.
 */
final class Bodies {

    private static final String GENERATED = "generated";
    private static final JsonMapper JSON = new JsonMapper();

    private final SchemaJudge judge;
    private final Trials trials;
    private final Map<String, Optional<Body>> made = new ConcurrentHashMap<>();

    Bodies(SchemaJudge judge, Trials trials) {
        this.judge = judge;
        this.trials = trials;
    }

    /**
     * The body of an answer; empty if none can be made.
     *
     * @param purpose operation and status: the same always has the same body
     * @param example null for whichever comes first
     */
    Optional<Body> of(Content content, String purpose, @Nullable String example) {
        String key = purpose + " " + content.part().location() + " " + example;
        return made.computeIfAbsent(key, unknown -> make(content, purpose, example));
    }

    private Optional<Body> make(Content content, String purpose, @Nullable String example) {
        try {
            return shown(content, example, (spot, what) -> {}).or(() -> generated(content, purpose));
        } catch (BrokenSource broken) {
            return Optional.empty();
        }
    }

    /** Whether there is a body; says what stands in the way of it, and which examples are of no use. */
    boolean isGood(Content content, Notes notes) {
        try {
            return shown(content, null, notes).isPresent()
                    || content.schema()
                            .map(schema -> isMadeFromSchemas(content, schema, notes))
                            .orElse(true);
        } catch (BrokenSource broken) {
            notes.tell(broken.spot(), broken.problem());
            return false;
        }
    }

    private boolean isMadeFromSchemas(Content content, Part schema, Notes notes) {
        if (content.kind() == BodyKind.BINARY) {
            return true;
        }
        if (!content.kind().isMadeFromSchemas()) {
            notes.tell(schema.spot(), content.type() + " is not made from schemas, and there is no example");
            return false;
        }
        boolean isGood = trials.isGood(schema, Direction.RESPONSE, notes);
        if (!isGood) {
            notes.tell(schema.spot(), "no body was found that keeps the schema");
        }
        return isGood;
    }

    /** Of all examples, not only of that which is given: whoever looks at the notes wants to know them all. */
    private Optional<Body> shown(Content content, @Nullable String example, Notes notes) {
        Map<String, JsonNode> good = new LinkedHashMap<>();
        content.examples().forEach((name, shown) -> {
            JsonNode value = shown.value();
            if (isKept(content, value)) {
                good.put(name, value);
            } else if (isKept(content, unwrapped(value))) {
                good.put(name, unwrapped(value));
            } else {
                notes.tell(shown.spot(), "the example " + name + " breaks its own schema");
            }
        });
        String name =
                example != null ? example : good.keySet().stream().findFirst().orElse("");
        return Optional.ofNullable(good.get(name))
                .flatMap(value -> BodyText.write(content, value))
                .map(bytes -> new Body(content.concreteType(), bytes, name));
    }

    private boolean isKept(Content content, JsonNode example) {
        boolean isText = content.kind() == BodyKind.TEXT && example.isString();
        return !(content.kind().isJsonValue() || isText)
                || content.schema()
                        .map(schema -> judge.accepts(schema, example, Direction.RESPONSE))
                        .orElse(true);
    }

    /** The JSON that an example holds as a text, as many write it; the example itself otherwise. */
    private static JsonNode unwrapped(JsonNode example) {
        try {
            return example.isString() ? JSON.readTree(example.stringValue()) : example;
        } catch (JacksonException onlyText) {
            return example;
        }
    }

    private Optional<Body> generated(Content content, String purpose) {
        Optional<Part> schema = content.schema();
        if (schema.isEmpty() || content.kind() == BodyKind.BINARY) {
            return Optional.of(new Body(content.concreteType(), BodyText.placeholder(content.kind()), GENERATED));
        }
        return schema.filter(some -> content.kind().isMadeFromSchemas())
                .flatMap(some -> trials.value(some, purpose))
                .flatMap(value -> BodyText.write(content, value))
                .map(bytes -> new Body(content.concreteType(), bytes, GENERATED));
    }
}
