package io.s360.iid.verify.drift.sight;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How values look that have been seen at one place, and none of the values themselves, but for constants that may be told.
 *
 * @param least the smallest integer; null if there was none
 * @param most the largest integer
 * @param lengths of texts, counted in code points, and of lists
 * @param formats that all texts have
 * @param words texts that may be told; at most {@value #MOST_WORDS}
 * @param members of objects whose names may be told
 * @param items of lists; null if there was none
 * @param isHiding whether something of it cannot be told
 */
public record Shape(
        Set<Type> types,
        @Nullable BigInteger least,
        @Nullable BigInteger most,
        Lengths lengths,
        Set<Format> formats,
        Set<String> words,
        Map<String, Shape> members,
        @Nullable Shape items,
        boolean isHiding) {

    static final int MOST_WORDS = 12;

    /** Of no value at all. */
    public static final Shape NOTHING =
            new Shape(Set.of(), null, null, Lengths.NONE, Set.of(), Set.of(), Map.of(), null, false);

    /** The types of JSON, with whole numbers told from others. */
    public enum Type {
        OBJECT,
        ARRAY,
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /**
     * From the shortest to the longest.
     *
     * @param shortest greater than the longest if there was none
     */
    public record Lengths(int shortest, int longest) {

        static final Lengths NONE = new Lengths(Integer.MAX_VALUE, 0);

        static Lengths of(int length) {
            return new Lengths(length, length);
        }

        Lengths and(Lengths other) {
            return new Lengths(Math.min(shortest, other.shortest), Math.max(longest, other.longest));
        }
    }

    public Shape {
        types = Set.copyOf(types);
        words = words.stream().sorted().limit(MOST_WORDS).collect(Collectors.toUnmodifiableSet());
    }

    /** Of both. */
    public Shape and(Shape other) {
        Map<String, Shape> both = new TreeMap<>(members);
        other.members.forEach((name, shape) -> both.merge(name, shape, Shape::and));
        return new Shape(
                union(types, other.types),
                either(least, other.least, BigInteger::min),
                either(most, other.most, BigInteger::max),
                lengths.and(other.lengths),
                commonFormats(other),
                union(words, other.words),
                both,
                either(items, other.items, Shape::and),
                isHiding || other.isHiding);
    }

    private Set<Format> commonFormats(Shape other) {
        if (!types.contains(Type.STRING)) {
            return other.formats;
        }
        if (!other.types.contains(Type.STRING)) {
            return formats;
        }
        return formats.stream().filter(other.formats::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> @Nullable T either(@Nullable T one, @Nullable T other, BinaryOperator<T> both) {
        return one == null ? other : other == null ? one : both.apply(one, other);
    }

    /** The one type beside null; empty if there are several or none. */
    public Optional<Type> type() {
        Set<Type> others = types.isEmpty() ? EnumSet.noneOf(Type.class) : EnumSet.copyOf(types);
        others.remove(Type.NULL);
        return others.size() == 1 ? Optional.of(others.iterator().next()) : Optional.empty();
    }

    public boolean isNullable() {
        return types.contains(Type.NULL);
    }

    /** The type of a value. */
    static Type typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> Type.OBJECT;
            case ARRAY -> Type.ARRAY;
            case STRING -> Type.STRING;
            case BOOLEAN -> Type.BOOLEAN;
            case NUMBER -> value.isIntegralNumber() ? Type.INTEGER : Type.NUMBER;
            default -> Type.NULL;
        };
    }
}
