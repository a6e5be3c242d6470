package io.s360.iid.server.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where sessions are kept. Each method is atomic, and what it has changed is durable when it returns; whoever asks
 * later sees it. A transition happens only to a session that is active at the instant given; a session that has ended,
 * or whose expiry is not after that instant, never changes again.
 *
 * <p>Every method throws {@link StoreUnavailable} if the store cannot be asked in time; then nothing has changed, or
 * the outcome is unknown.
 */
public interface SessionStore {

    /** The parent session of this token, whatever its state; empty if there is none. */
    Optional<ParentSession> findParent(SessionToken.Hash token);

    /** The child session of this id with its parent, whatever their states and whoever holds it; empty if unknown. */
    Optional<ChildSession> findChild(UUID id);

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
     * @return the child session as it now is; empty if nothing has changed because it is not active
     */
    Optional<ChildSession> refreshChild(UUID id, Extension ofChild, Extension ofParent, Instant parentUnextendedSince);

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

    /** Ends the active children of a client, under whichever parents. */
    void endChildrenOf(String clientId, Lifespan.Ending ending);

    /** Remembers that a client is shut out. Does nothing if that is known. */
    void disableClient(String clientId, Instant at);

    /** Forgets that a client is shut out. Does nothing if it is not. */
    void enableClient(String clientId);

    /** The ids of all clients that are shut out. */
    Set<String> disabledClients();

    /**
     * Removes children whose time had passed at an instant, whether or not they were ended before, and parents whose
     * time had passed and that have no children left.
     *
     * @param atMost so many of each kind
     * @return how many have been removed
     */
    int forget(Instant expiredBy, int atMost);

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

    /** How many active children there may be under one parent session: of the same client, and of all clients. */
    record ChildLimits(int perClient, int perParent) {}
}
