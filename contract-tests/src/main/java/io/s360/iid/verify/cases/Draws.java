package io.s360.iid.verify.cases;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/** Whatever is left to chance. The same seed draws the same for the same case, whichever cases were played before it. */
final class Draws {

    private final long seed;
    private Random random;

    Draws(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** From here on for a case of this title. */
    void begin(String title) {
        UUID name = UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8));
        random = new Random(seed ^ name.getMostSignificantBits() ^ name.getLeastSignificantBits());
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A UUID of version 4, in lower case. */
    UUID uuid() {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }
}
