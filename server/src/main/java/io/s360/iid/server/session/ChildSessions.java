package io.s360.iid.server.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** What clients do with their sessions. */
public final class ChildSessions {

    private final SessionStore store;
    private final SessionIds ids;
    private final SessionAccess access;
    private final SessionSettings settings;

    public ChildSessions(SessionStore store, SessionIds ids, InstantSource clock, SessionSettings settings) {
        this.store = store;
        this.ids = ids;
        this.access = new SessionAccess(store, clock, settings.rememberedAfterExpiry());
        this.settings = settings;
    }

    /** Opens a session under an active parent session, which is extended by it. */
    public ChildSession create(Caller caller, SessionToken token) {
        return SessionAccess.decide(() -> {
            Instant now = access.now();
            ParentSession parent = access.parent(caller, token);
            parent.requireActiveAt(now);
            ChildSession child = ChildSession.openedAt(now, ids.newId(), parent, caller.clientId(), settings.child());
            return switch (store.openChild(child, extensionOfParent(now), limits())) {
                case OPENED -> Optional.of(child);
                case AT_LIMIT -> throw new SessionRefusal.SessionLimitReached();
                case PARENT_NOT_ACTIVE -> Optional.empty();
            };
        });
    }

    /** The active session of an id. Does not extend it. */
    public ChildSession get(Caller caller, SessionToken token, UUID id) {
        ChildSession child = access.child(caller, token, id);
        child.requireActiveAt(access.now());
        return child;
    }

    /** Extends an active session, and its parent unless that was done a moment ago. */
    public ChildSession refresh(Caller caller, SessionToken token, UUID id) {
        return SessionAccess.decide(() -> {
            Instant now = access.now();
            access.child(caller, token, id).requireActiveAt(now);
            SessionStore.Extension ofChild =
                    new SessionStore.Extension(now, now.plus(settings.child().idle()));
            return store.refreshChild(
                    id, ofChild, extensionOfParent(now), now.minus(settings.parentExtendedAtMostEvery()));
        });
    }

    /** The active session of an id; empty if it is not active or the caller holds no such session. Extends nothing. */
    public Optional<ChildSession> validate(Caller caller, SessionToken token, UUID id) {
        Optional<ChildSession> held = access.findChild(caller, token, id);
        held.ifPresent(child -> caller.requireGranted());
        return held.filter(child -> child.isActiveAt(access.now()));
    }

    /** Logs an active session out, once. */
    public void logout(Caller caller, SessionToken token, UUID id) {
        SessionAccess.decide(() -> end(access.child(caller, token, id), EndReason.LOGOUT));
    }

    /** Ends an active session of whichever client, once. */
    public void end(UUID id, EndReason reason) {
        SessionAccess.decide(
                () -> end(store.findChild(id).orElseThrow(SessionRefusal.ChildSessionNotFound::new), reason));
    }

    private Optional<ChildSession> end(ChildSession child, EndReason reason) {
        Instant now = access.now();
        child.requireActiveAt(now);
        boolean ended = store.endChild(child.id(), new Lifespan.Ending(now, reason));
        return ended ? Optional.of(child) : Optional.empty();
    }

    private SessionStore.Extension extensionOfParent(Instant now) {
        return new SessionStore.Extension(now, now.plus(settings.parent().idle()));
    }

    private SessionStore.ChildLimits limits() {
        return new SessionStore.ChildLimits(settings.childrenPerClient(), settings.childrenPerParent());
    }
}
