package io.s360.iid.server.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What opens a parent session. Only its hash is ever kept, and neither is ever printed. */
public record SessionToken(String value) {

    /** SHA-256 of a token in hexadecimal digits. A token has enough random bits of its own to need no salt. */
    public record Hash(String hex) {

        @Override
        public String toString() {
            return "(hash of a session token)";
        }
    }

    /** What the store knows this token by. */
    public Hash hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return new Hash(HexFormat.of().formatHex(sha256.digest(value.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "(session token)";
    }
}
