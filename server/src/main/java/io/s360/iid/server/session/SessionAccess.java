package io.s360.iid.server.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The way to a session: first the token, then the child, then the permission; all in one look. */
final class SessionAccess {

    private static final int ATTEMPTS = 5;

    private final SessionStore store;
    private final SessionSettings settings;

    SessionAccess(SessionStore store, SessionSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** A child session that the caller holds, as it was at an instant. */
    record Held(ChildSession child, int messages, Instant at) {

        boolean isActive() {
            return child.isActiveAt(at);
        }

        Held requireActive() {
            child.requireActiveAt(at);
            return this;
        }
    }

    /** The parent session, in whatever state, if the caller may ask for it. */
    Look parent(Caller caller, SessionToken token) {
        Look look = shownBy(caller, store.look(token.hash())).orElseThrow(SessionRefusal.SessionInvalid::new);
        caller.requireGranted();
        return look;
    }

    Look parent(SessionToken token) {
        return store.look(token.hash())
                .filter(this::isParentRemembered)
                .orElseThrow(SessionRefusal.SessionInvalid::new);
    }

    private Optional<Look> shownBy(Caller caller, Optional<Look> found) {
        Optional<Look> look = found.filter(this::isParentRemembered);
        if (look.isEmpty()) {
            caller.unknownToken().run();
        }
        return look;
    }

    /** The caller's child session, in whatever state, if the caller may ask for it. */
    Held child(Caller caller, SessionToken token, UUID id) {
        Look look = shownBy(caller, store.look(token.hash(), id)).orElseThrow(SessionRefusal.SessionInvalid::new);
        Held held = held(caller, look).orElseThrow(SessionRefusal.ChildSessionNotFound::new);
        caller.requireGranted();
        return held;
    }

    /** The caller's child session, in whatever state; empty if the caller holds none of this id under this token. */
    Optional<Held> findChild(Caller caller, SessionToken token, UUID id) {
        return shownBy(caller, store.look(token.hash(), id)).flatMap(look -> held(caller, look));
    }

    private Optional<Held> held(Caller caller, Look look) {
        return Optional.ofNullable(look.child())
                .filter(child -> child.isHeldBy(caller.clientId(), look.parent()))
                .filter(child -> child.lifespan().isRememberedAt(look.at(), settings.childRememberedAfterExpiry()))
                .map(child -> new Held(child, look.messages(), look.at()));
    }

    /** The same on every instance and at every moment, however long ago somebody swept. */
    private boolean isParentRemembered(Look look) {
        return look.parent().lifespan().isRememberedAt(look.at(), settings.parentRememberedAfterExpiry());
    }

    /**
     * Looks and acts again where somebody was quicker between the look and the act. What then stands decides; that it
     * stays undecided takes a session that changes each time.
     */
    static <T> T decide(Supplier<Optional<T>> lookAndAct) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<T> outcome = lookAndAct.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new StoreUnavailable("The session changed each time it was looked at", null);
    }
}
