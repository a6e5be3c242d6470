package io.s360.iid.server.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where sessions are kept. Each method is atomic, and what it has changed is durable when it returns; whoever asks
 * later sees it. A transition happens only to a session that is active at the instant given, which the store has told a
 * moment before; a session that has ended, or that has been seen or counted as expired, never changes again.
 *
 * <p>Every method throws {@link StoreUnavailable} if the store cannot be asked in time; then nothing has changed, or
 * the outcome is unknown.
 */
public interface SessionStore {

    /** The time by which this store decides what is over, in the precision of the contract. */
    Instant now();

    /** The parent session of this token, whatever its state; empty if there is none. */
    Optional<Look> look(SessionToken.Hash token);

    /**
     * The parent session of this token with its child session of an id, whatever their states and whoever holds them;
     * empty if there is no such parent.
     */
    Optional<Look> look(SessionToken.Hash token, UUID childId);

    /** The child session of this id with its parent, whatever their states and whoever holds it; empty if unknown. */
    Optional<Look> look(UUID childId);

    /** The parent session of this token, whatever its state; empty if there is none. */
    default Optional<ParentSession> findParent(SessionToken.Hash token) {
        return look(token).map(Look::parent);
    }

    /** The child session of this id with its parent, whatever their states and whoever holds it; empty if unknown. */
    default Optional<ChildSession> findChild(UUID id) {
        return look(id).map(Look::child);
    }

    /**
     * Ends with {@link EndReason#EXPIRED} what in a look was overdue, unless it has been extended meanwhile. Waits for an
     * extension that is under way.
     */
    void settleExpiry(Look seen);

    /** Keeps a new parent session. Does nothing and returns false if its token is known. */
    boolean addParent(ParentSession parent);

    /** Keeps a new child session without asking for limits. Does nothing and returns false if its id is known. */
    boolean addChild(ChildSession child);

    /**
     * Extends the parent session and keeps a new child session of it, unless a limit is reached; then nothing changes.
     * Of several calls at once for one parent session, no more succeed than the limits leave room for.
     */
    Opening openChild(ChildSession child, Extension ofParent, ChildLimits limits);

    /**
     * Extends the child session, and its parent if the parent was created and last extended no later than an instant.
     *
     * @param parentUnextendedSince that instant
     * @return the times that now hold; empty if nothing has changed because the child session is not active
     */
    Optional<Refreshed> refreshChild(UUID id, Extension ofChild, Extension ofParent, Instant parentUnextendedSince);

    /** Ends a child session. Returns whether this call has ended it; at most one call ever does. */
    boolean endChild(UUID id, Lifespan.Ending ending);

    /** Ends a parent session, and with {@link EndReason#PARENT_ENDED} its active children. Returns whether this call did. */
    boolean endParent(UUID id, Lifespan.Ending ending);

    /**
     * Adds messages to an active child session, all or none, numbered on from those it has.
     *
     * @param limit how many it may have in all
     * @return the number of the first; empty if the child session is not active or would pass the limit
     */
    Optional<Integer> addMessages(UUID childId, List<UUID> ids, List<NewMessage> texts, int limit, Instant at);

    /**
     * Ends active children of a client, under whichever parents: among those that expire next after an instant. Whoever
     * goes on from what is returned until nothing is has ended all that were active when he began, also those that were
     * extended meanwhile. Each child session ends by itself, not all as one.
     *
     * @param about among how many; a few more where several expire at once
     * @return the latest expiry among them; empty if none expires after the instant
     */
    Optional<Instant> endChildrenOf(String clientId, Lifespan.Ending ending, Instant expiringAfter, int about);

    /** Remembers that a client is shut out. Does nothing if that is known. */
    void disableClient(String clientId, Instant at);

    /** Forgets that a client is shut out. Does nothing if it is not. */
    void enableClient(String clientId);

    /** The ids of all clients that are shut out. */
    Set<String> disabledClients();

    /**
     * Removes children whose time had passed at an instant, whether or not they were ended before. What another caller
     * is removing at the same time is left to it.
     *
     * @return how many have been removed, no more than {@code atMost}
     */
    int forgetChildren(Instant expiredBy, int atMost);

    /** The same of parents that have no children left. */
    int forgetParents(Instant expiredBy, int atMost);

    /** What has come of opening a child session. */
    enum Opening {
        OPENED,
        AT_LIMIT,
        PARENT_NOT_ACTIVE
    }

    /**
     * A new expiry, counted from the instant of the extension. The store takes the session's old expiry if that is
     * later, and its absolute limit if that is earlier.
     */
    record Extension(Instant at, Instant until) {}

    /** The times of a child session, and of its parent, after a refresh. */
    record Refreshed(Lifespan child, Lifespan parent) {

        public static Refreshed of(ChildSession child) {
            return new Refreshed(child.lifespan(), child.parent().lifespan());
        }
    }

    /** How many active children there may be under one parent session: of the same client, and of all clients. */
    record ChildLimits(int perClient, int perParent) {}
}
