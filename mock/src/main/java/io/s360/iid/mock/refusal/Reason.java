package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.schema.Violation;
import java.util.List;

/**
 * What led to an answer.
 *
 * @param lines a sentence each, of the contract's words and places; none if the answer speaks for itself
 */
public record Reason(List<String> lines) {

    public Reason {
        lines = List.copyOf(lines);
    }

    /** All that a check of the request found. */
    public static Reason of(List<Violation> violations) {
        return new Reason(violations.stream().map(Violation::toString).toList());
    }

    /** The row that decided; none if it granted what was asked. */
    public static Reason of(Decision decision) {
        return decision.answer().isSuccess()
                ? new Reason(List.of())
                : new Reason(List.of(decision + " decides (" + decision.place() + ")"));
    }

    public static Reason of(String sentence) {
        return new Reason(List.of(sentence));
    }
}
