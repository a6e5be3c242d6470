package io.s360.iid.server.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The way to a session: first the token, then the child, then the permission; all in one look. */
final class SessionAccess {

    private static final int ATTEMPTS = 8;
    private static final long MILLIS = TimeUnit.MILLISECONDS.toNanos(1);

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
        Look look = shownBy(caller, settled(() -> store.look(token.hash())))
                .orElseThrow(SessionRefusal.SessionInvalid::new);
        caller.requireGranted();
        return look;
    }

    Look parent(SessionToken token) {
        return settled(() -> store.look(token.hash()))
                .filter(this::isParentRemembered)
                .orElseThrow(SessionRefusal.SessionInvalid::new);
    }

    /** A session of whichever client; empty if unknown. */
    Optional<Look> look(UUID childId) {
        return settled(() -> store.look(childId));
    }

    /**
     * A look that tells of no expiry which could still turn out to be none: an extension that began in time may be on its
     * way into the store. So an expiry is written down before anybody is told of it.
     */
    private Optional<Look> settled(Supplier<Optional<Look>> look) {
        Optional<Look> found = look.get();
        for (int attempt = 1;
                attempt < ATTEMPTS && found.filter(SessionAccess::isOverdue).isPresent();
                attempt++) {
            found.ifPresent(store::settleExpiry);
            found = look.get();
        }
        return found;
    }

    private static boolean isOverdue(Look look) {
        return look.isParentOverdue() || look.isChildOverdue();
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
        Look look = shownBy(caller, settled(() -> store.look(token.hash(), id)))
                .orElseThrow(SessionRefusal.SessionInvalid::new);
        Held held = held(caller, look).orElseThrow(SessionRefusal.ChildSessionNotFound::new);
        caller.requireGranted();
        return held;
    }

    /** The caller's child session, in whatever state; empty if the caller holds none of this id under this token. */
    Optional<Held> findChild(Caller caller, SessionToken token, UUID id) {
        return shownBy(caller, settled(() -> store.look(token.hash(), id))).flatMap(look -> held(caller, look));
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
     * stays undecided takes a session that changes each time. It is waited a little, for what the act has met may be a
     * change that no look can see for some milliseconds, until it is wholly in the store.
     */
    static <T> T decide(Supplier<Optional<T>> lookAndAct) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<T> outcome = lookAndAct.get();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MILLIS << (attempt + 1)));
        }
        throw new StoreUnavailable("The session changed each time it was looked at", null);
    }
}
