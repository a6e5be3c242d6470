package io.s360.iid.verify.cause;

/**
 * Something of an answer that can be right or wrong by itself.
 *
 * @param at the name of a header, or the JSON pointer of a member, in which {@code *} stands for every item; empty text
 *     where there is only one
 */
record Aspect(Kind kind, String at) {

    static final Aspect ANSWER = new Aspect(Kind.ANSWER, "");

    /** What can be wrong. */
    enum Kind {
        /** Which answer it is. */
        ANSWER("is not the answer"),
        /** A header. */
        HEADER("is not as declared"),
        /** A member that has to be there. */
        MISSING("is missing"),
        /** Members that nobody has declared. */
        EXTRA("has a member that is not declared"),
        /** What a member says. */
        VALUE("is wrong"),
        /** What an answer must never say. */
        SECRET("a secret of the request is repeated"),
        /** Whatever else the independent judge does not like. */
        OPINION("is refused by the independent judge");

        private final String fault;

        Kind(String fault) {
            this.fault = fault;
        }
    }

    /** What is wrong if this is what is wrong. */
    String complaint() {
        return switch (kind) {
            case ANSWER, SECRET -> kind.fault;
            default -> (at.isEmpty() ? "the body" : at) + " " + kind.fault;
        };
    }
}
