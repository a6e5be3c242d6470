package io.s360.iid.verify.drift.proposal;

/** A change that cannot be proposed. Its message says what a person has to decide. */
final class NotProposed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotProposed(String why) {
        super(why);
    }
}
