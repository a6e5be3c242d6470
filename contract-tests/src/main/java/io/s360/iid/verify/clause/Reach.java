package io.s360.iid.verify.clause;

import io.s360.iid.contract.source.Pointers;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which terms about a body a body has to do with. */
public final class Reach {

    private static final Set<String> LIMITS = Set.of(
            "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "minProperties", "maxProperties");

    private Reach() {}

    /** Whether a body has a value of which the term speaks: a null that is allowed says nothing of lengths and patterns. */
    public static boolean applies(Term term, JsonNode body) {
        return valuesAt(body, steps(term.pointer())).anyMatch(value -> concerns(term, value));
    }

    /** Whether the term applies, and a limit is gone up to. */
    public static boolean isUsedUp(Term term, JsonNode body) {
        boolean limit = LIMITS.contains(term.keyword());
        return valuesAt(body, steps(term.pointer()))
                .anyMatch(value -> concerns(term, value)
                        && (!limit || measure(term.keyword(), value) == Long.parseLong(term.demand())));
    }

    private static boolean concerns(Term term, JsonNode value) {
        String keyword = term.keyword().replaceFirst(":.*", "");
        return switch (keyword) {
            case "type" -> true;
            case "required", "additionalProperties", "minProperties", "maxProperties" -> value.isObject();
            case "minItems", "maxItems" -> value.isArray();
            default -> !value.isNull();
        };
    }

    /** What a limit counts: characters as Unicode counts them, items, members, or the number itself. */
    private static long measure(String keyword, JsonNode value) {
        if (keyword.endsWith("Length")) {
            String text = value.asString("");
            return text.codePointCount(0, text.length());
        }
        return value.isContainer() ? value.size() : value.asLong(0);
    }

    /** All values at a pointer in which a {@code *} stands for every item; none if it leads nowhere. */
    static Stream<JsonNode> valuesAt(JsonNode value, List<String> steps) {
        if (steps.isEmpty()) {
            return Stream.of(value);
        }
        List<String> rest = steps.subList(1, steps.size());
        if (steps.get(0).equals("*")) {
            return IntStream.range(0, value.size()).boxed().flatMap(at -> valuesAt(value.get(at), rest));
        }
        JsonNode member = value.get(steps.get(0));
        return member == null ? Stream.of() : valuesAt(member, rest);
    }

    private static List<String> steps(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Stream.of(pointer.substring(1).split("/", -1))
                        .map(Pointers::unescape)
                        .toList();
    }
}
