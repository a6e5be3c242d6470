package io.s360.iid.server.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Names from the platform's cryptographic source: 122 random bits in an id, 256 in a token. */
public final class RandomSessionIds implements SessionIds {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public UUID newId() {
        return UUID.randomUUID();
    }

    @Override
    public SessionToken newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
