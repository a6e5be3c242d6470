package io.s360.iid.verify.exchange;

/** What can go wrong on the other side. */
public enum Fault {
    /** Something that nobody expected. */
    UNFORESEEN,
    /** What stands behind the operations cannot be reached. */
    UNAVAILABLE
}
