package io.s360.iid.server.management;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** What opens the management port, or a part of it. */
final class Credential {

    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    Credential(String key) {
        this.expected = (SCHEME + key).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the same time whichever character differs. */
    boolean isGivenBy(@Nullable String authorization) {
        return authorization != null && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
