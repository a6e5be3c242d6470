package io.s360.iid.contract.request;

/**
 * Why a body is not one JSON text in UTF-8.
 *
 * @param where JSON pointer of the value, if it is named by declared members only; otherwise empty
 * @param problem in words, without any value of the body
 * @param expected what would pass
 * @param isOfDepth whether it breaks the limit of depth
 */
record BodyFault(String where, String problem, String expected, boolean isOfDepth) {

    private static final String ONE_JSON_TEXT = "exactly one JSON text";

    static BodyFault ofEncoding(String problem, String expected) {
        return new BodyFault("", problem, expected, false);
    }

    static BodyFault ofJson(String problem) {
        return new BodyFault("", problem, ONE_JSON_TEXT, false);
    }
}
