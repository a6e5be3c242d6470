package io.s360.iid.server.session;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The clients that have been shut out at run time. What this process knows of them is as old as the last
 * {@link #reload()}; a change made here counts here at once. One change waits for the other; learning waits for neither.
 */
public final class DisabledClients {

    /** Small enough that nobody waits long for one of its rows. */
    private static final int BATCH = 1000;

    private final SessionStore store;
    private final Object learning = new Object();
    private volatile Set<String> known = Set.of();

    public DisabledClients(SessionStore store) {
        this.store = store;
    }

    public boolean contains(String clientId) {
        return known.contains(clientId);
    }

    /**
     * Shuts a client out and ends its sessions.
     *
     * @param acknowledged is run once the client is out, before its sessions are ended
     */
    public synchronized void disable(String clientId, Runnable acknowledged) {
        store.disableClient(clientId, store.now());
        acknowledged.run();
        reload();
        endSessionsOf(clientId);
    }

    /**
     * Lets a client in again. All that it held until now is over, also what it opened while the news spread.
     *
     * @param acknowledged is run once the client is in
     */
    public synchronized void enable(String clientId, Runnable acknowledged) {
        if (store.disabledClients().contains(clientId)) {
            endSessionsOf(clientId);
            store.enableClient(clientId);
        }
        acknowledged.run();
        reload();
    }

    /** Learns what other instances on the same store have done. */
    public void reload() {
        synchronized (learning) {
            known = store.disabledClients();
        }
    }

    /** Goes on only while the client is out: another instance may have let it in, and it may open sessions again. */
    private void endSessionsOf(String clientId) {
        Optional<Instant> expiry = Optional.of(store.now());
        while (expiry.isPresent() && store.disabledClients().contains(clientId)) {
            Lifespan.Ending ending = new Lifespan.Ending(store.now(), EndReason.CLIENT_DISABLED);
            expiry = store.endChildrenOf(clientId, ending, expiry.get(), BATCH);
        }
    }
}
