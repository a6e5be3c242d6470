package io.s360.iid.verify.drift;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Does something whenever Enter is pressed, if somebody sits there. */
final class KeyPresses {

    private final Runnable action;

    KeyPresses(Runnable action) {
        this.action = action;
    }

    /** Listens beside everything else, and no longer than that lasts. */
    void listen() {
        if (System.console() == null) {
            return; // a pipe or nothing: nobody presses keys
        }
        Thread listener = new Thread(this::readLines, "keys");
        listener.setDaemon(true);
        listener.start();
    }

    private void readLines() {
        try {
            for (int key = System.in.read(); key >= 0; key = System.in.read()) {
                if (key == '\n') {
                    action.run();
                }
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
