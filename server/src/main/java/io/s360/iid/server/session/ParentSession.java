package io.s360.iid.server.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The investor's portal session, shared by all clients of that person.
 *
 * @param id the server's own name for it, never shown
 */
public record ParentSession(UUID id, SessionToken.Hash token, Context context, Lifespan lifespan) {

    /** Why it is over; empty if it is active. */
    public Optional<EndReason> endReasonAt(Instant now) {
        return lifespan.endReasonAt(now);
    }

    void requireActiveAt(Instant now) {
        endReasonAt(now).ifPresent(SessionRefusal::throwBecauseOf);
    }
}
