package io.s360.iid.contract;

import io.s360.iid.contract.source.Place;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A member of requests by whose value a caller can choose the answer, as a test card does. Only a mock knows it: to a
 * server such a value is one like any other.
 *
 * @param member of the request's body
 * @param before what stands in the value before the name of the answer; may be empty
 * @param after what stands behind it; may be empty
 */
public record Trigger(String member, String before, String after, Place place) {

    /** The value that stands for an answer. */
    public String valueFor(Answer answer) {
        return before + answer.name() + after;
    }

    /** Whether the requests of an operation have the member. */
    public boolean appliesTo(Operation operation) {
        return operation
                .requestSchema()
                .find("properties")
                .flatMap(properties -> properties.find(member))
                .isPresent();
    }

    /** The answer of the operation that a body stands for; empty if it is a body like any other. */
    Optional<Answer> answerFor(Operation operation, JsonNode body) {
        String value = body.path(member).stringValue("");
        boolean fits =
                value.length() > before.length() + after.length() && value.startsWith(before) && value.endsWith(after);
        return fits
                ? Optional.ofNullable(
                        operation.answers().get(value.substring(before.length(), value.length() - after.length())))
                : Optional.empty();
    }
}
