package io.s360.iid.verify.drift.proposal;

import io.s360.iid.verify.drift.sight.Format;
import io.s360.iid.verify.drift.sight.Shape;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema that shapes keep, in the dialect of the contract, and a value of it that is nobody's. */
final class ShapeSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_DATE_TIME = 40;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_DIGITS = 5;

    private ShapeSchema() {}

    /**
     * The schema.
     *
     * @throws NotProposed if the dialect has none for it
     */
    static ObjectNode of(Shape shape) {
        if (shape.isHiding()) {
            throw new NotProposed("a member of it has a name that is not told: look at the traffic itself");
        }
        ObjectNode schema = switch (typeOf(shape)) {
            case OBJECT -> ofObject(shape);
            case ARRAY -> ofArray(shape);
            case STRING -> ofText(shape);
            case INTEGER -> ofInteger(shape);
            case BOOLEAN -> JSON.objectNode().put("type", "boolean");
            default -> throw new NotProposed("the dialect of the contract knows no numbers with a fraction");
        };
        if (shape.isNullable()) {
            schema.put("nullable", true);
        }
        return schema;
    }

    static Shape.Type typeOf(Shape shape) {
        Optional<Shape.Type> type = shape.type();
        if (type.isEmpty()) {
            throw new NotProposed(
                    shape.types().isEmpty() || shape.isNullable()
                            ? "only null was seen: what it is otherwise, a person has to ask"
                            : "several types were seen, and the dialect of the contract has one for each value");
        }
        return type.get();
    }

    private static ObjectNode ofObject(Shape shape) {
        ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        if (shape.members().isEmpty()) {
            return schema.put("maxProperties", 0);
        }
        ObjectNode members = schema.putObject("properties");
        shape.members().forEach((name, member) -> members.set(name, of(member)));
        return schema;
    }

    private static ObjectNode ofArray(Shape shape) {
        Shape items = shape.items();
        if (items == null) {
            throw new NotProposed("only an empty list was seen: what it lists, a person has to ask");
        }
        ObjectNode schema = JSON.objectNode().put("type", "array").put("minItems", 0);
        schema.put("maxItems", roundedUp(shape.lengths().longest()));
        return schema.set("items", of(items));
    }

    private static ObjectNode ofText(Shape shape) {
        ObjectNode schema = JSON.objectNode().put("type", "string");
        Optional<Format> format = shape.formats().stream().sorted().findFirst();
        if (format.isEmpty()) {
            return schema.put("minLength", 0)
                    .put("maxLength", roundedUp(shape.lengths().longest()));
        }
        schema.put("format", format.get().key());
        return switch (format.get()) {
            case UUID -> schema.put("minLength", UUID_LENGTH).put("maxLength", UUID_LENGTH);
            case DATE_TIME -> schema.put("minLength", 20).put("maxLength", LONGEST_DATE_TIME);
            case EMAIL -> schema.put("minLength", 3).put("maxLength", LONGEST_EMAIL);
        };
    }

    private static ObjectNode ofInteger(Shape shape) {
        BigInteger least = shape.least() == null ? BigInteger.ZERO : shape.least();
        BigInteger most = shape.most() == null ? BigInteger.ZERO : shape.most();
        int bits = Math.max(least.bitLength(), most.bitLength());
        if (bits >= Long.SIZE) {
            throw new NotProposed("the dialect of the contract knows no whole numbers of more than 64 bits");
        }
        boolean isShort = bits < Integer.SIZE;
        ObjectNode schema = JSON.objectNode().put("type", "integer").put("format", isShort ? "int32" : "int64");
        if (isShort) {
            return schema.put("minimum", least.signum() < 0 ? Integer.MIN_VALUE : 0)
                    .put("maximum", Integer.MAX_VALUE);
        }
        return schema.put("minimum", least.signum() < 0 ? Long.MIN_VALUE : 0).put("maximum", Long.MAX_VALUE);
    }

    /** A bound with some room: the next power of two, and never a small one. */
    static int roundedUp(int length) {
        int bound = 32;
        while (bound < length) {
            bound *= 2;
        }
        return bound;
    }

    /** A value of this shape. */
    static JsonNode example(Shape shape) {
        if (shape.type().isEmpty()) {
            return JSON.nullNode();
        }
        return switch (typeOf(shape)) {
            case OBJECT -> {
                ObjectNode object = JSON.objectNode();
                shape.members().forEach((name, member) -> object.set(name, example(member)));
                yield object;
            }
            case ARRAY -> {
                Shape items = shape.items();
                yield items == null ? JSON.arrayNode() : JSON.arrayNode().add(example(items));
            }
            case STRING -> JSON.stringNode(exampleText(shape));
            case INTEGER -> JSON.numberNode(exampleInteger(shape));
            case BOOLEAN -> JSON.booleanNode(true);
            default -> throw new NotProposed("the dialect of the contract knows no numbers with a fraction");
        };
    }

    /** A longer number may be somebody's. */
    private static BigInteger exampleInteger(Shape shape) {
        BigInteger least = shape.least();
        boolean isTold = least != null && least.abs().toString().length() <= MOST_DIGITS;
        return isTold && least != null ? least : BigInteger.ONE;
    }

    private static String exampleText(Shape shape) {
        Optional<String> word = shape.words().stream().sorted().findFirst();
        Optional<Format> format = shape.formats().stream().sorted().findFirst();
        if (word.isPresent() || format.isPresent()) {
            return word.orElseGet(() -> format.orElseThrow().example());
        }
        int shortest = Math.min(shape.lengths().shortest(), 32);
        return shortest <= 4 ? "text".substring(0, shortest) : "text" + "x".repeat(shortest - 4);
    }
}
