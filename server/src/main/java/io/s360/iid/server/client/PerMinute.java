package io.s360.iid.server.client;

/**
 * A limit that is set.
 *
 * @param most so many in a minute; {@link Integer#MAX_VALUE} if there is no limit
 */
public record PerMinute(int most) {

    /** No limit. */
    public static final PerMinute OFF = new PerMinute(Integer.MAX_VALUE);

    /** @throws IllegalArgumentException if nothing would be allowed */
    public PerMinute {
        if (most < 1) {
            throw new IllegalArgumentException("A limit is 1 or more, or off");
        }
    }

    /**
     * Reads a limit as it is set.
     *
     * @throws IllegalArgumentException unless it is {@code off} or a number from 1
     */
    public static PerMinute valueOf(String text) {
        return text.strip().equalsIgnoreCase("off") ? OFF : new PerMinute(Integer.parseInt(text.strip()));
    }

    boolean isOff() {
        return most == Integer.MAX_VALUE;
    }
}
