package io.s360.iid.server.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 of a client's key, all that is kept of it. */
public final class KeyHash {

    private static final int BYTES = 32;

    private final byte[] hash;

    private KeyHash(byte[] hash) {
        this.hash = hash;
    }

    /** The hash of a key. */
    public static KeyHash of(String key) {
        try {
            return new KeyHash(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * A hash as it is configured.
     *
     * @throws IllegalArgumentException unless the text is 64 hexadecimal digits
     */
    public static KeyHash parse(String hex) {
        byte[] hash = HexFormat.of().parseHex(hex);
        if (hash.length != BYTES) {
            throw new IllegalArgumentException("A key hash has 64 hexadecimal digits");
        }
        return new KeyHash(hash);
    }

    /** Takes the same time whichever digit differs. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHash that && MessageDigest.isEqual(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "(hash of a client key)";
    }
}
