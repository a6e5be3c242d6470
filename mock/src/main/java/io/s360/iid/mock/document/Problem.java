package io.s360.iid.mock.document;

/**
 * One thing that is wrong with a request.
 *
 * @param where JSON pointer into the body, {@code query.page}, {@code path.id}, or the name of a header
 * @param rule what is broken: the keyword of a schema, or a word for what OpenAPI itself demands
 * @param expected what the document says there
 * @param message in a sentence
 * @param line of the rule in the document, counted from 1
 */
public record Problem(String where, String rule, String expected, String message, int line) {}
