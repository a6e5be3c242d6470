package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.source.Pointers;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the shapes of values of one exchange. */
final class Shaping {

    /** Objects with more are dictionaries, and lists are alike throughout. */
    private static final int MOST_CHILDREN = 60;

    private static final int DEEPEST = 12;

    private final Discretion discretion;
    private final BiPredicate<String, String> isTellable;

    /** @param isTellable whether the text at a pointer is one of the interface's own, if it looks like one */
    Shaping(Discretion discretion, BiPredicate<String, String> isTellable) {
        this.discretion = discretion;
        this.isTellable = isTellable;
    }

    Shape of(JsonNode value) {
        return of(value, "", 0);
    }

    private Shape of(JsonNode value, String at, int depth) {
        Shape.Type type = Shape.typeOf(value);
        if (depth > DEEPEST) {
            return with(type, Shape.Lengths.NONE, Map.of(), null, true);
        }
        return switch (type) {
            case OBJECT -> ofObject(value, at, depth);
            case ARRAY -> ofArray(value, at, depth);
            case STRING -> ofText(value.stringValue(), at);
            case INTEGER -> ofInteger(value.bigIntegerValue());
            default -> with(type, Shape.Lengths.NONE, Map.of(), null, false);
        };
    }

    private Shape ofObject(JsonNode object, String at, int depth) {
        Map<String, Shape> members = new TreeMap<>();
        boolean isHiding = object.size() > MOST_CHILDREN;
        for (Map.Entry<String, JsonNode> member :
                object.properties().stream().limit(MOST_CHILDREN).toList()) {
            Optional<String> name = discretion.name(member.getKey());
            isHiding |= name.isEmpty();
            name.ifPresent(told -> members.put(told, of(member.getValue(), Pointers.child(at, told), depth + 1)));
        }
        return with(Shape.Type.OBJECT, Shape.Lengths.NONE, members, null, isHiding);
    }

    private Shape ofArray(JsonNode array, String at, int depth) {
        Shape items = null;
        for (JsonNode item : array.valueStream().limit(MOST_CHILDREN).toList()) {
            Shape shape = of(item, at + "/*", depth + 1);
            items = items == null ? shape : items.and(shape);
        }
        return with(Shape.Type.ARRAY, Shape.Lengths.of(array.size()), Map.of(), items, false);
    }

    private Shape ofText(String text, String at) {
        boolean isTold = isTellable.test(at, text);
        Shape.Lengths lengths = Shape.Lengths.of(text.codePointCount(0, text.length()));
        Set<String> words = isTold ? Set.of(text) : Set.of();
        return new Shape(Set.of(Shape.Type.STRING), null, null, lengths, Format.of(text), words, Map.of(), null, false);
    }

    private static Shape ofInteger(BigInteger number) {
        return new Shape(
                Set.of(Shape.Type.INTEGER),
                number,
                number,
                Shape.Lengths.NONE,
                Set.of(),
                Set.of(),
                Map.of(),
                null,
                false);
    }

    private static Shape with(
            Shape.Type type,
            Shape.Lengths lengths,
            Map<String, Shape> members,
            @Nullable Shape items,
            boolean isHiding) {
        return new Shape(Set.of(type), null, null, lengths, Set.of(), Set.of(), members, items, isHiding);
    }
}
