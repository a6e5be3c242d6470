package io.s360.iid.mock.document.schema;

/** Which way a value goes: what is only read need not be sent, and what is only written is never answered. */
public enum Direction {
    REQUEST("readOnly"),
    RESPONSE("writeOnly");

    private final String absent;

    Direction(String absent) {
        this.absent = absent;
    }

    /** The keyword of members that do not go this way. */
    String absent() {
        return absent;
    }
}
