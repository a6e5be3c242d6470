package io.s360.iid.verify.drift.sight;

import java.util.Locale;

/**
 * What makes two drifts one.
 *
 * @param spot of the clause that is not kept
 * @param name what of it is not kept: a member, a header, a status or a check
 */
public record Cause(Kind kind, Side side, Spot spot, String name) {

    /** Whose word it is. */
    public enum Side {
        REQUEST,
        ANSWER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
