package io.s360.iid.server.proof.history;

import java.util.List;

/**
 * Something that must never happen, and has.
 *
 * @param rule its name
 * @param events that show it
 */
public record Violation(Rule rule, List<Event> events) {

    Violation(Rule rule, Event... events) {
        this(rule, List.of(events));
    }

    /** What must never happen. */
    public enum Rule {
        MORE_THAN_ONE_END,
        LIFE_AFTER_AN_END,
        LIFE_AFTER_SOMEBODY_SAID_IT_IS_OVER,
        LIFE_UNDER_AN_ENDED_PARENT,
        LIFE_OF_A_DISABLED_CLIENT,
        MORE_ACTIVE_THAN_THE_LIMIT,
        BEYOND_THE_ABSOLUTE_LIMIT,
        EXPIRY_MOVED_BACKWARDS,
        OVER_WITHOUT_AN_END,
        A_REFUSAL_THAT_NOTHING_EXPLAINS,
        A_FAULT,
        A_NUMBER_GIVEN_TWICE,
        NUMBERS_OUT_OF_ORDER,
        A_GAP_IN_THE_NUMBERS,
        ANOTHER_CLIENTS_CHILD
    }
}
