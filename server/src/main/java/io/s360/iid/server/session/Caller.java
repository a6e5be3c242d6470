package io.s360.iid.server.session;

/**
 * Who calls.
 *
 * @param isGranted whether the client may do what it now asks
 */
public record Caller(String clientId, boolean isGranted) {

    void requireGranted() {
        if (!isGranted) {
            throw new SessionRefusal.OperationNotAllowed();
        }
    }
}
