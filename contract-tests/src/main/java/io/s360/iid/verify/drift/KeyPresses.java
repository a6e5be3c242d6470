package io.s360.iid.verify.drift;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Does something whenever Enter is pressed, if somebody sits there. */
final class KeyPresses {

    private final InputStream keys;
    private final Runnable action;

    KeyPresses(InputStream keys, Runnable action) {
        this.keys = keys;
        this.action = action;
    }

    /** Listens beside everything else, and no longer than that lasts. */
    void listen() {
        Thread listener = new Thread(this::readLines, "keys");
        listener.setDaemon(true);
        listener.start();
    }

    private void readLines() {
        try {
            for (int key = keys.read(); key >= 0; key = keys.read()) {
                if (key == '\n') {
                    action.run();
                }
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
