package io.s360.iid.server.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of a client application.
 *
 * @param expires from when on it proves nothing; null for never
 */
public record ClientKey(KeyHash hash, @Nullable Instant expires) {

    /** Stands in for a key that does not exist. Nobody knows what it is a hash of. */
    static final ClientKey NONE = new ClientKey(KeyHash.of(UUID.randomUUID().toString()), Instant.MIN);

    /** Looks at both, whatever is wrong. */
    boolean isProvenBy(KeyHash shown, Instant now) {
        boolean same = hash.equals(shown);
        boolean valid = expires == null || now.isBefore(expires);
        return same && valid;
    }
}
