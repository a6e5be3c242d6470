package io.s360.iid.server.sight;

import io.s360.iid.server.session.SessionToken;
import java.util.UUID;

/**
 * By what a session can be recognised in logs and opened by nobody: the first 64 bits of the SHA-256 of its token or id,
 * in hexadecimal digits.
 */
public record Fingerprint(String hex) {

    private static final int DIGITS = 16;

    /** The fingerprint of the parent session that a token opens. */
    public static Fingerprint of(SessionToken token) {
        return of(token.hash());
    }

    /** The fingerprint of the parent session that the store knows by a hash. */
    public static Fingerprint of(SessionToken.Hash hash) {
        return new Fingerprint(hash.hex().substring(0, DIGITS));
    }

    /** The fingerprint of a child session. */
    public static Fingerprint of(UUID childId) {
        return of(new SessionToken(childId.toString()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
