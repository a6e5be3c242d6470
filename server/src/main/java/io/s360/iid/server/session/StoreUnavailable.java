package io.s360.iid.server.session;

import org.jspecify.annotations.Nullable;

/** The store could not be asked in time. Says nothing about any session. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
