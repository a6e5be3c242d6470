package io.s360.iid.mock.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens to a connection in place of an answer. */
public enum Breakage {
    /** It is reset without a byte. */
    RESET,
    /** It is closed without a byte. */
    EMPTY,
    /** It is closed after a status line and something that is no HTTP. */
    MALFORMED;

    /** The name by which plans call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Breakage> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
