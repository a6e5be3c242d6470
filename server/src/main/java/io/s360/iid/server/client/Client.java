package io.s360.iid.server.client;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client application.
 *
 * @param granted the ids of the operations that it may call; null for all
 * @param requestsPerMinute null if unlimited
 */
public record Client(
        String id,
        KeyHash key,
        boolean enabled,
        @Nullable Set<String> granted,
        @Nullable Integer requestsPerMinute) {

    boolean isGranted(String operationId) {
        return granted == null || granted.contains(operationId);
    }
}
