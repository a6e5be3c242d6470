package io.s360.iid.server.client;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client application.
 *
 * @param keys at most {@value #MOST_KEYS}, each of which proves who it is: so a key can be changed without a pause
 * @param granted the ids of the operations that it may call; null for all
 * @param requestsPerMinute null if unlimited
 */
public record Client(
        String id,
        List<ClientKey> keys,
        boolean enabled,
        @Nullable Set<String> granted,
        @Nullable Integer requestsPerMinute) {

    /** The one that is in use and the one that is to come. */
    public static final int MOST_KEYS = 2;

    /** @throws IllegalArgumentException if there are too many keys */
    public Client {
        if (keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("A client has at most " + MOST_KEYS + " keys");
        }
        keys = List.copyOf(keys);
    }

    /** Compares with as many keys whoever is asked for, and whichever is right. */
    boolean isProvenBy(KeyHash shown, Instant now) {
        boolean proven = false;
        for (int place = 0; place < MOST_KEYS; place++) {
            ClientKey key = place < keys.size() ? keys.get(place) : ClientKey.NONE;
            proven |= key.isProvenBy(shown, now);
        }
        return proven;
    }

    boolean isGranted(String operationId) {
        return granted == null || granted.contains(operationId);
    }
}
