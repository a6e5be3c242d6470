package io.s360.iid.server.session;

import io.s360.iid.server.session.SessionAccess.Held;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What clients do with their sessions. */
public final class ChildSessions {

    private final SessionStore store;
    private final SessionIds ids;
    private final SessionAccess access;
    private final SessionSettings settings;

    public ChildSessions(SessionStore store, SessionIds ids, SessionSettings settings) {
        this.store = store;
        this.ids = ids;
        this.access = new SessionAccess(store, settings);
        this.settings = settings;
    }

    /** Opens a session under an active parent session, which is extended by it. */
    public ChildSession create(Caller caller, SessionToken token) {
        return SessionAccess.decide(() -> {
            Look look = access.parent(caller, token);
            Instant now = look.at();
            look.parent().requireActiveAt(now);
            ChildSession child =
                    ChildSession.openedAt(now, ids.newId(), look.parent(), caller.clientId(), settings.child());
            return switch (store.openChild(child, extensionOfParent(now), limits())) {
                case OPENED -> Optional.of(child);
                case AT_LIMIT -> throw new SessionRefusal.SessionLimitReached();
                case PARENT_NOT_ACTIVE -> Optional.empty();
            };
        });
    }

    /** The active session of an id. Does not extend it. */
    public ChildSession get(Caller caller, SessionToken token, UUID id) {
        return access.child(caller, token, id).requireActive().child();
    }

    /** Extends an active session, and its parent unless that was done a moment ago. */
    public ChildSession refresh(Caller caller, SessionToken token, UUID id) {
        return SessionAccess.decide(() -> {
            Held held = access.child(caller, token, id).requireActive();
            Instant now = held.at();
            SessionStore.Extension ofChild =
                    new SessionStore.Extension(now, now.plus(settings.child().idle()));
            return store.refreshChild(
                            id, ofChild, extensionOfParent(now), now.minus(settings.parentExtendedAtMostEvery()))
                    .map(held.child()::with);
        });
    }

    /** The active session of an id; empty if it is not active or the caller holds no such session. Extends nothing. */
    public Optional<ChildSession> validate(Caller caller, SessionToken token, UUID id) {
        Optional<Held> held = access.findChild(caller, token, id);
        held.ifPresent(child -> caller.requireGranted());
        return held.filter(Held::isActive).map(Held::child);
    }

    /** Logs an active session out, once. */
    public void logout(Caller caller, SessionToken token, UUID id) {
        SessionAccess.decide(() -> {
            Held held = access.child(caller, token, id).requireActive();
            return end(held.child(), held.at(), EndReason.LOGOUT);
        });
    }

    /** Ends an active session of whichever client, once. */
    public void end(UUID id, EndReason reason) {
        SessionAccess.decide(() -> {
            Look look = access.look(id).orElseThrow(SessionRefusal.ChildSessionNotFound::new);
            ChildSession child =
                    Optional.ofNullable(look.child()).orElseThrow(SessionRefusal.ChildSessionNotFound::new);
            child.requireActiveAt(look.at());
            return end(child, look.at(), reason);
        });
    }

    private Optional<ChildSession> end(ChildSession child, Instant now, EndReason reason) {
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
