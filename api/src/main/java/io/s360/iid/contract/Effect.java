package io.s360.iid.contract;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a decision does to a resource. */
public sealed interface Effect {

    String resource();

    /** A new one under the resource that encloses it; one for each item where the request lists several. */
    record Create(String resource) implements Effect {
        @Override
        public String toString() {
            return "create " + resource;
        }
    }

    /**
     * Its expiry moves to its idle time from now, never backwards and never past its absolute limit.
     *
     * @param atMostEvery null if each call extends it; otherwise a call does nothing that comes sooner after the last
     *     extension
     */
    record Extend(String resource, @Nullable Duration atMostEvery) implements Effect {
        @Override
        public String toString() {
            return "extend " + resource + (atMostEvery == null ? "" : " at most every " + atMostEvery);
        }
    }

    /** It ends for good. */
    record End(String resource, String reason) implements Effect {
        @Override
        public String toString() {
            return "end " + resource + " by " + reason;
        }
    }
}
