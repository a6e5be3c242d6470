package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.BrokenSource;
import io.s360.iid.mock.document.source.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One attempt at a value. What is optional is given as long as the value is neither deeper nor larger than wanted; null
 * stands for what cannot be made.
 */
final class Draft {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Beyond it, what is only nested by necessity is held to be endless. */
    private static final int DEEPEST = 40;

    private static final int LARGEST = 600;
    private static final int ENOUGH = 100;
    private static final int MOST_STEPS = 20_000;

    private final SchemaJudge judge;
    private final ShapeCache shapes;
    private final Direction direction;
    private final Random random;
    private final Extent extent;
    private final Notes notes;
    private final ObjectMaker objects = new ObjectMaker(this);
    private final ArrayMaker arrays = new ArrayMaker(this);
    private final TextMaker texts;
    private final NumberMaker numbers;
    private int size;
    private int steps;
    private boolean isCut;

    Draft(SchemaJudge judge, ShapeCache shapes, Direction direction, Random random, Extent extent, Notes notes) {
        this.judge = judge;
        this.shapes = shapes;
        this.direction = direction;
        this.random = random;
        this.extent = extent;
        this.notes = notes;
        this.texts = new TextMaker(random);
        this.numbers = new NumberMaker(random);
    }

    Direction direction() {
        return direction;
    }

    /**
     * How much is wanted.
     *
     * @param depth down to which what is optional is given
     * @param isAnySize whether a value that is too large is better than none
     * @param isCareful whether every choice is judged at once, even one that can hardly go wrong
     */
    record Extent(int depth, boolean isAnySize, boolean isCareful) {}

    /** Whether something optional was left out for being too deep, and there is room for it. */
    boolean isCut() {
        return isCut && size < ENOUGH;
    }

    /** Whether what is optional is still wanted. */
    boolean isGenerous(Trail trail) {
        boolean isDeep = trail.depth() > extent.depth();
        isCut |= isDeep;
        return !isDeep;
    }

    /** A value that keeps all of these schemas, or null. */
    @Nullable
    JsonNode value(List<Part> schemas, Trail trail) {
        boolean isTooLarge = size > LARGEST && !extent.isAnySize();
        if (isTooLarge || ++steps > MOST_STEPS || trail.depth() > DEEPEST) {
            return null;
        }
        Shape shape = shapeOf(schemas);
        if (shape == null || shape.isNever()) {
            return null;
        }
        int before = size++;
        JsonNode value = found(shape, schemas, trail);
        size = value == null ? before : size;
        return value;
    }

    private @Nullable JsonNode found(Shape shape, List<Part> schemas, Trail trail) {
        JsonNode shown = shown(shape, schemas);
        if (shown != null) {
            return shown;
        }
        if (!shape.isOpen()) {
            return made(shape, schemas, trail, false);
        }
        JsonNode full = settled(shape, schemas, trail, false);
        return full == null ? settled(shape, schemas, trail, true) : full;
    }

    /** The shape of these schemas; null if they refer to nothing, which is told. */
    @Nullable
    Shape shapeOf(List<Part> schemas) {
        try {
            return shapes.of(schemas);
        } catch (BrokenSource broken) {
            notes.tell(broken.spot(), broken.problem());
            return null;
        }
    }

    boolean isAccepted(List<Part> schemas, JsonNode value) {
        return schemas.stream().allMatch(schema -> judge.accepts(schema, value, direction));
    }

    /** What the document itself shows, if it keeps what it is shown for. */
    private @Nullable JsonNode shown(Shape shape, List<Part> schemas) {
        for (Part part : shape.parts()) {
            List<Part> examples = new ArrayList<>();
            part.member("example").ifPresent(examples::add);
            part.member("examples").ifPresent(list -> examples.addAll(list.items()));
            for (Part example : examples) {
                if (isAccepted(schemas, example.value())) {
                    return example.value();
                }
                notes.tell(example.spot(), "the example breaks its own schema");
            }
            JsonNode usual = part.value().get("default");
            if (usual != null && !usual.isNull() && isAccepted(schemas, usual)) {
                return usual;
            }
        }
        return null;
    }

    private @Nullable JsonNode settled(Shape shape, List<Part> schemas, Trail trail, boolean isSparse) {
        if (!shape.isOpen()) {
            JsonNode value = made(shape, schemas, trail, isSparse);
            boolean isSure = !shape.isDelicate() && !extent.isCareful();
            return value != null && (isSure || isAccepted(schemas, value)) ? value : null;
        }
        for (List<Part> way : bestFirst(shape.choice().ways(), trail)) {
            Shape settled = settled(shape, way);
            JsonNode value = settled == null || settled.isNever() ? null : settled(settled, schemas, trail, isSparse);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable Shape settled(Shape shape, List<Part> way) {
        try {
            return shape.settled(way);
        } catch (BrokenSource broken) {
            notes.tell(broken.spot(), broken.problem());
            return null;
        }
    }

    /** In the document's order, but what is null or goes in a circle last. */
    private List<List<Part>> bestFirst(List<List<Part>> ways, Trail trail) {
        List<List<Part>> good = new ArrayList<>();
        List<List<Part>> poor = new ArrayList<>();
        List<List<Part>> circles = new ArrayList<>();
        for (List<Part> way : ways) {
            Shape shape = shapeOf(way);
            if (shape != null) {
                boolean isNull = shape.types().equals(java.util.Set.of(Types.NULL));
                (trail.crosses(shape) ? circles : isNull ? poor : good).add(way);
            }
        }
        good.addAll(poor);
        good.addAll(circles);
        return good;
    }

    private @Nullable JsonNode made(Shape shape, List<Part> schemas, Trail trail, boolean isSparse) {
        JsonNode listed = listed(shape, schemas);
        if (listed != null || shape.has("enum") || shape.has("const")) {
            return listed;
        }
        for (String type : shape.types()) {
            JsonNode value = switch (type) {
                case "object" -> objects.make(shape, trail, isSparse);
                case "array" -> arrays.make(shape, trail);
                case "string" -> texts.make(shape, value1 -> isAccepted(schemas, value1));
                case "number", "integer" -> numbers.make(shape, type.equals("integer"));
                case "boolean" -> JSON.booleanNode(random.nextBoolean());
                case Types.NULL -> JSON.nullNode();
                default -> null;
            };
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** One of the values that are listed one by one. */
    private @Nullable JsonNode listed(Shape shape, List<Part> schemas) {
        List<JsonNode> values = new ArrayList<>();
        shape.all("const").forEach(values::add);
        shape.all("enum").forEach(list -> list.forEach(values::add));
        Collections.rotate(values, shape.has("const") ? 0 : -random.nextInt(Math.max(1, values.size())));
        values.sort((one, other) -> Boolean.compare(one.isNull(), other.isNull()));
        return values.stream()
                .filter(value -> isAccepted(schemas, value))
                .findFirst()
                .orElse(null);
    }
}
