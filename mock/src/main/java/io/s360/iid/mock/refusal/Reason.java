package io.s360.iid.mock.refusal;

import io.s360.iid.contract.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * One thing that led to an answer.
 *
 * @param where JSON pointer of the value or the name of a header; empty for the whole request
 * @param rule stable name, such as {@code fields.required} or {@code decision}
 * @param message in a sentence
 * @param expected what the contract demands; null if there is nothing to say
 * @param got what the request has, without a secret; null if there is nothing to show
 * @param place of the rule in the contract; null if none stands there
 */
public record Reason(
        String where,
        String rule,
        String message,
        @Nullable String expected,
        @Nullable String got,
        @Nullable Place place) {}
