package io.s360.iid.server.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stood in the store at an instant of the store's own time.
 *
 * @param child the child session that was looked for as well; null if there is none of its id under this parent
 * @param messages how many the child session had; never fewer later
 */
public record Look(
        Instant at, ParentSession parent, @Nullable ChildSession child, int messages) {

    /** Whether the parent session has passed its expiry, and nothing else has ended it. */
    public boolean isParentOverdue() {
        return parent.lifespan().isOverdueAt(at);
    }

    /** Whether there is a child session that has passed its expiry, and nothing else has ended it. */
    public boolean isChildOverdue() {
        return child != null && child.lifespan().isOverdueAt(at);
    }
}
