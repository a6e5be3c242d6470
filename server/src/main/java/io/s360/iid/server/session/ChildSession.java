package io.s360.iid.server.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What one client holds under a parent session. Only that client, under that parent, can see it. */
public record ChildSession(UUID id, ParentSession parent, String clientId, Lifespan lifespan) {

    static ChildSession openedAt(Instant now, UUID id, ParentSession parent, String clientId, Lifespan.Limits limits) {
        Lifespan lifespan = Lifespan.startingAt(now, limits, parent.lifespan().maxExpiresAt());
        return new ChildSession(id, parent, clientId, lifespan);
    }

    /** The same session with the times that it has by now. */
    ChildSession with(SessionStore.Refreshed times) {
        ParentSession extended = new ParentSession(parent.id(), parent.token(), parent.context(), times.parent());
        return new ChildSession(id, extended, clientId, times.child());
    }

    boolean isHeldBy(String client, ParentSession under) {
        return clientId.equals(client) && parent.id().equals(under.id());
    }

    /** Why it is over; empty if it is active, which it is only while its parent is. */
    public Optional<EndReason> endReasonAt(Instant now) {
        return lifespan.endReasonAt(now)
                .or(() -> parent.endReasonAt(now)
                        .map(reason -> reason == EndReason.EXPIRED ? EndReason.EXPIRED : EndReason.PARENT_ENDED));
    }

    boolean isActiveAt(Instant now) {
        return endReasonAt(now).isEmpty();
    }

    void requireActiveAt(Instant now) {
        endReasonAt(now).ifPresent(SessionRefusal::throwBecauseOf);
    }
}
