package io.s360.iid.server.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The clients that have been shut out at run time. What this process knows of them is as old as the last
 * {@link #reload()}; a change made here counts here at once. One change waits for the other, but
 * not for long; learning waits for neither.
 */
public final class DisabledClients {

    /** Small enough that nobody waits long for one of its rows. */
    private static final int BATCH = 1000;

    /** Who waits holds a thread, and there are few for all that operators and probes ask. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SessionStore store;
    private final Duration patience;
    private final ReentrantLock changing = new ReentrantLock();
    private final Object learning = new Object();
    private volatile Set<String> known = Set.of();

    public DisabledClients(SessionStore store) {
        this(store, PATIENCE);
    }

    /** @param patience how long one change waits for another */
    DisabledClients(SessionStore store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    public boolean contains(String clientId) {
        return known.contains(clientId);
    }

    /**
     * Shuts a client out and ends its sessions.
     *
     * @param acknowledged is run once the client is out, before its sessions are ended
     * @throws StoreUnavailable also if another change takes long
     */
    public void disable(String clientId, Runnable acknowledged) {
        inTurn(() -> {
            store.disableClient(clientId, store.now());
            acknowledged.run();
            reload();
            endSessionsOf(clientId);
        });
    }

    /**
     * Lets a client in again. All that it held until now is over, also what it opened while the news spread.
     *
     * @param acknowledged is run once the client is in
     * @throws StoreUnavailable also if another change takes long
     */
    public void enable(String clientId, Runnable acknowledged) {
        inTurn(() -> {
            if (store.disabledClients().contains(clientId)) {
                endSessionsOf(clientId);
                store.enableClient(clientId);
            }
            acknowledged.run();
            reload();
        });
    }

    private void inTurn(Runnable change) {
        if (!comesInTime()) {
            throw new StoreUnavailable("Another client is being disabled or enabled", null);
        }
        try {
            change.run();
        } finally {
            changing.unlock();
        }
    }

    private boolean comesInTime() {
        try {
            return changing.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
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
