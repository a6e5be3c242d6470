package io.s360.iid.mock.document;

/**
 * The body of an answer.
 *
 * @param type as it goes over the wire
 * @param name of the example, or how it was made
 */
// Kept once and written out again and again; see DocumentAnswer.
@SuppressWarnings("ArrayRecordComponent")
record Body(String type, byte[] bytes, String name) {}
