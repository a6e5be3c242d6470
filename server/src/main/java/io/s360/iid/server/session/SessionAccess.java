package io.s360.iid.server.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The way to a session: first the token, then the child, then the permission. */
final class SessionAccess {

    private static final int ATTEMPTS = 3;

    private final SessionStore store;
    private final InstantSource clock;
    private final Duration remembered;

    /** @param remembered how long after its expiry a session is told from an unknown one */
    SessionAccess(SessionStore store, InstantSource clock, Duration remembered) {
        this.store = store;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** In the precision of the contract, so that what is answered is what is kept. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The parent session, in whatever state, if the caller may ask for it. */
    ParentSession parent(Caller caller, SessionToken token) {
        ParentSession parent = parentShownBy(caller, token).orElseThrow(SessionRefusal.SessionInvalid::new);
        caller.requireGranted();
        return parent;
    }

    ParentSession parent(SessionToken token) {
        return findParent(token).orElseThrow(SessionRefusal.SessionInvalid::new);
    }

    private Optional<ParentSession> parentShownBy(Caller caller, SessionToken token) {
        Optional<ParentSession> parent = findParent(token);
        if (parent.isEmpty()) {
            caller.unknownToken().run();
        }
        return parent;
    }

    private Optional<ParentSession> findParent(SessionToken token) {
        return store.findParent(token.hash()).filter(parent -> isRemembered(parent.lifespan()));
    }

    /** The same on every instance and at every moment, however long ago somebody swept. */
    private boolean isRemembered(Lifespan lifespan) {
        return now().isBefore(lifespan.expiresAt().plus(remembered));
    }

    /** The caller's child session, in whatever state, if the caller may ask for it. */
    ChildSession child(Caller caller, SessionToken token, UUID id) {
        ParentSession parent = parentShownBy(caller, token).orElseThrow(SessionRefusal.SessionInvalid::new);
        ChildSession child = childUnder(parent, caller, id).orElseThrow(SessionRefusal.ChildSessionNotFound::new);
        caller.requireGranted();
        return child;
    }

    /** The caller's child session, in whatever state; empty if the caller holds none of this id under this token. */
    Optional<ChildSession> findChild(Caller caller, SessionToken token, UUID id) {
        return parentShownBy(caller, token).flatMap(parent -> childUnder(parent, caller, id));
    }

    private Optional<ChildSession> childUnder(ParentSession parent, Caller caller, UUID id) {
        return store.findChild(id)
                .filter(child -> child.isHeldBy(caller.clientId(), parent))
                .filter(child -> isRemembered(child.lifespan()));
    }

    /**
     * Looks and acts again where somebody was quicker between the look and the act. What then stands decides; that it
     * stays undecided takes clocks that disagree.
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
