package io.s360.iid.server.session;

import java.time.Instant;
import java.util.Optional;

/** What the portal does with its sessions, and what clients may know of them. */
public final class ParentSessions {

    private final SessionStore store;
    private final SessionIds ids;
    private final SessionAccess access;
    private final SessionSettings settings;

    public ParentSessions(SessionStore store, SessionIds ids, SessionSettings settings) {
        this.store = store;
        this.ids = ids;
        this.access = new SessionAccess(store, settings);
        this.settings = settings;
    }

    /** A new parent session and the only copy of its token. */
    public record Opened(SessionToken token, ParentSession session) {}

    /** Opens a session for a person who has signed in. */
    public Opened create(Context context) {
        SessionToken token = ids.newToken();
        Lifespan lifespan = Lifespan.startingAt(store.now(), settings.parent(), Instant.MAX);
        ParentSession session = new ParentSession(ids.newId(), token.hash(), context, lifespan);
        if (!store.addParent(session)) {
            throw new IllegalStateException("The same token has been made twice");
        }
        return new Opened(token, session);
    }

    /** The active session of a token. Does not extend it. */
    public ParentSession get(Caller caller, SessionToken token) {
        Look look = access.parent(caller, token);
        look.parent().requireActiveAt(look.at());
        return look.parent();
    }

    /** Ends a session and all that is active under it, once. */
    public void end(SessionToken token, EndReason reason) {
        SessionAccess.decide(() -> {
            Look look = access.parent(token);
            ParentSession session = look.parent();
            session.requireActiveAt(look.at());
            boolean ended = store.endParent(session.id(), new Lifespan.Ending(look.at(), reason));
            return ended ? Optional.of(session) : Optional.empty();
        });
    }
}
