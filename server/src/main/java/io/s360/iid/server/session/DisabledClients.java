package io.s360.iid.server.session;

import java.util.Set;

/**
 * The clients that have been shut out at run time. What this process knows of them is as old as the last
 * {@link #reload()}; a change made here counts here at once.
 */
public final class DisabledClients {

    private final SessionStore store;
    private volatile Set<String> known = Set.of();

    public DisabledClients(SessionStore store) {
        this.store = store;
    }

    public boolean contains(String clientId) {
        return known.contains(clientId);
    }

    /** Shuts a client out and ends its sessions. */
    public synchronized void disable(String clientId) {
        store.disableClient(clientId, store.now());
        reload();
        endSessionsOf(clientId);
    }

    /** Lets a client in again. All that it held until now is over, also what it opened while the news spread. */
    public synchronized void enable(String clientId) {
        if (store.disabledClients().contains(clientId)) {
            endSessionsOf(clientId);
            store.enableClient(clientId);
        }
        reload();
    }

    /** Learns what other instances on the same store have done. */
    public synchronized void reload() {
        known = store.disabledClients();
    }

    private void endSessionsOf(String clientId) {
        store.endChildrenOf(clientId, new Lifespan.Ending(store.now(), EndReason.CLIENT_DISABLED));
    }
}
