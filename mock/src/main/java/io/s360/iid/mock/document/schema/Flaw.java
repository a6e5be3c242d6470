package io.s360.iid.mock.document.schema;

/**
 * One thing that is wrong with a value.
 *
 * @param where JSON pointer of the value
 * @param rule the keyword that is broken
 * @param expected what the document says there, shortened
 * @param message in a sentence, without any value of the request
 * @param line of the rule in the document, counted from 1
 */
public record Flaw(String where, String rule, String expected, String message, int line) {

    /** The same at another place, for a value that was part of something larger. */
    public Flaw at(String place) {
        return new Flaw(place, rule, expected, message, line);
    }
}
