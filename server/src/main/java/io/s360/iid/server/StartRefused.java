package io.s360.iid.server;

import org.jspecify.annotations.Nullable;

/** The server does not start like this. The message is one line that says the mend. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    StartRefused(String message) {
        this(message, null);
    }
}
