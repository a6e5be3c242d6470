package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a body has where a rule of its schema is broken. A value is shown only if the contract declares the member, and if the
 * member is no key: everything else may be a secret, perhaps in the wrong place, so only its kind and size are told.
 */
final class Evidence {

    private final Set<String> keys;

    Evidence(Contract contract) {
        keys = contract.lifecycle().resources().values().stream()
                .map(Resource::key)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In a few words. */
    String at(Spot spot) {
        String name = Plain.cut(spot.namesake().orElse(""), Plain.VALUE);
        if (spot.found().isMissingNode()) {
            return "nothing" + (name.isEmpty() ? "" : "; " + name + " is probably meant to be it");
        }
        return describe(spot) + (name.isEmpty() ? "" : "; " + name + " is probably meant");
    }

    private String describe(Spot spot) {
        JsonNode found = spot.found();
        boolean isHarmless = spot.schema().isPresent() && !keys.contains(spot.name());
        if (found.isNull()) {
            return "null";
        }
        if (isHarmless && (found.isBoolean() || found.isNumber())) {
            return Plain.cut(found.toString(), Plain.VALUE);
        }
        return isHarmless && found.isString() && spot.isForText() ? quoted(found.stringValue()) : kindAndSize(found);
    }

    private static String quoted(String text) {
        int length = text.codePointCount(0, text.length());
        return '"' + Plain.cut(text, Plain.VALUE) + '"' + (length > Plain.VALUE ? ", " + length + " characters" : "");
    }

    private static String kindAndSize(JsonNode found) {
        if (found.isString()) {
            return text(found.stringValue());
        }
        if (found.isObject()) {
            return "an object with " + count(found.size(), "member");
        }
        return found.isArray()
                ? "a list of " + count(found.size(), "item")
                : found.isNumber() ? "a number" : "a boolean";
    }

    /** A text without a character of it. */
    static String text(String text) {
        return text.isEmpty() ? "empty text" : "text of " + count(text.codePointCount(0, text.length()), "character");
    }

    private static String count(int number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }
}
