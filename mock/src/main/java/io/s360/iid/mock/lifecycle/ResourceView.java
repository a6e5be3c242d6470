package io.s360.iid.mock.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource as a person may see it.
 *
 * @param id its key, shortened if whoever knows it is let in
 * @param parent the id of its parent, as shown
 */
public record ResourceView(
        String kind,
        String id,
        @Nullable String parent,
        @Nullable String owner,
        String state,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant maxExpiresAt,
        @Nullable Instant lastExtendedAt,
        @Nullable Instant endedAt) {}
