package io.s360.iid.mock.catalogue;

import io.s360.iid.mock.refusal.Curl;
import java.util.List;

/**
 * A way to an answer.
 *
 * @param says how it comes about, or why it does not, in a sentence
 * @param steps requests for one tenant that was not used before, in their order; the last gives the answer. None if the answer
 *     is not to be had so
 */
public record Way(By by, String says, List<Curl> steps) {

    /** What brings the answer about. */
    public enum By {
        /** What is there, what is asked, and by whom: as it would on a server. */
        STATE,
        /** The header {@code Prefer}. */
        PREFER,
        /** A value that the contract declares. */
        TRIGGER
    }

    public Way {
        steps = List.copyOf(steps);
    }

    static Way none(By by, String why) {
        return new Way(by, why, List.of());
    }

    /** Whether there is one. */
    public boolean isOpen() {
        return !steps.isEmpty();
    }
}
