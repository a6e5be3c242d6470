package io.s360.iid.server.session;

/**
 * Who calls.
 *
 * @param isGranted whether the client may do what it now asks
 * @param unknownToken is told if the token that came is nobody's; it may throw
 */
public record Caller(String clientId, boolean isGranted, Runnable unknownToken) {

    /** A caller whose tokens nobody counts. */
    public Caller(String clientId, boolean isGranted) {
        this(clientId, isGranted, () -> {});
    }

    void requireGranted() {
        if (!isGranted) {
            throw new SessionRefusal.OperationNotAllowed();
        }
    }
}
