package io.s360.iid.contract.schema;

import io.s360.iid.contract.source.Place;

/**
 * One thing that is wrong with a value, a header or a body.
 *
 * @param key stable name of the rule, such as {@code fields.required}
 * @param where JSON pointer of the value, or the name of a header
 * @param problem in a sentence, without any value of the request
 * @param expected what the contract demands, in its own words where it has any, such as {@code maxLength: 4096}; without
 *     any value of the request
 * @param rule where the rule stands in the contract: the line of the broken keyword if there is one
 */
public record Violation(String key, String where, String problem, String expected, Place rule) {

    /** The same, found elsewhere. */
    public Violation at(String otherPlace) {
        return new Violation(key, otherPlace, problem, expected, rule);
    }

    @Override
    public String toString() {
        return key + " at '" + where + "': " + problem + " (" + rule + ")";
    }
}
