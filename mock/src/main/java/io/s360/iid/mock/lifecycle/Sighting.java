package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a resource was found.
 *
 * @param endedAt null if it has not
 */
public record Sighting(
        String kind, Standing standing, @Nullable Instant endedAt) {

    @Override
    public String toString() {
        return kind + " " + standing + (endedAt == null ? "" : " at " + endedAt);
    }
}
