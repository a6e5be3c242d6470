package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Pointers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a state says of one resource, or of a number of them. A member that is null is one that is left out.
 *
 * @param pointer where it stands
 */
record Item(String pointer, Resource kind, JsonNode node) {

    /** The largest number. */
    static final int MOST = 1_000_000_000;

    private static final int LONGEST_TEXT = 1_000;

    /** Whether it is a number of those that nobody can name. */
    boolean isCount() {
        return node.isObject() && (kind.key() == null || (!node.has(kind.key()) && node.has(StateForm.COUNT)));
    }

    /** Complaints of what is none of these members. */
    Stream<UnusableState> strangers(List<String> members) {
        if (!node.isObject()) {
            throw wrong("is not an object");
        }
        return node.propertyNames().stream()
                .filter(name -> !members.contains(name))
                .map(name -> wrong(name, "is unknown; a " + kind.name() + " has " + String.join(", ", members)));
    }

    Optional<String> text(String member) {
        return find(member).map(value -> {
            if (!value.isString()
                    || value.asString().isEmpty()
                    || value.asString().length() > LONGEST_TEXT) {
                throw wrong(member, "is no text of 1 to " + LONGEST_TEXT + " characters");
            }
            return value.asString();
        });
    }

    Optional<Integer> number(String member) {
        return find(member).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1 || value.asInt() > MOST) {
                throw wrong(member, "is no whole number from 1 to " + MOST);
            }
            return value.asInt();
        });
    }

    Optional<Instant> time(String member) {
        return text(member).map(text -> {
            try {
                return Times.checked(OffsetDateTime.parse(text).toInstant()).truncatedTo(ChronoUnit.MILLIS);
            } catch (DateTimeException noTime) {
                throw wrong(member, "is no time such as 2026-01-15T08:00:00.000Z, from " + Times.RANGE);
            }
        });
    }

    UnusableState wrong(String what) {
        return new UnusableState(pointer + " " + what);
    }

    UnusableState wrong(String member, String what) {
        return new UnusableState(Pointers.child(pointer, member) + " " + what);
    }

    UnusableState lacks(String member) {
        return wrong("lacks " + member);
    }

    Optional<JsonNode> find(String member) {
        return Optional.ofNullable(node.get(member)).filter(value -> !value.isNull());
    }
}
