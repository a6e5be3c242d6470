package io.s360.iid.contract;

import org.jspecify.annotations.Nullable;

/**
 * How a resource stands towards a caller.
 *
 * @param state null if the caller's key leads to none
 * @param reason why it came into a final state, otherwise null
 */
public record Standing(@Nullable String state, @Nullable String reason) {

    /** The state of a resource that can be used. */
    public static final String ACTIVE = "ACTIVE";

    /** The state of a resource that is over for good. */
    public static final String ENDED = "ENDED";

    public static Standing unknown() {
        return new Standing(null, null);
    }

    public static Standing active() {
        return new Standing(ACTIVE, null);
    }

    public static Standing endedBy(String reason) {
        return new Standing(ENDED, reason);
    }

    public boolean isUnknown() {
        return state == null;
    }

    public boolean isActive() {
        return ACTIVE.equals(state);
    }

    @Override
    public String toString() {
        return isUnknown() ? "unknown" : state + (reason == null ? "" : " by " + reason);
    }
}
