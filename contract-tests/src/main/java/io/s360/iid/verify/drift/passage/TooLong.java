package io.s360.iid.verify.drift.passage;

import java.io.IOException;

/** A body is longer than what is held in memory. */
final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;

    TooLong(int longest) {
        super("more than " + longest + " bytes");
    }
}
