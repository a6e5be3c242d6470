package io.s360.iid.contract;

import org.jspecify.annotations.Nullable;

/** When a row of a decision table holds. */
public sealed interface Given {

    boolean holdsIn(Situation situation);

    /** The resource that the condition speaks of; null if it speaks of the client. */
    @Nullable
    String resource();

    /** No resource of this kind has the key of the request, or it is not the caller's to see. */
    record Unknown(String resource) implements Given {
        @Override
        public boolean holdsIn(Situation situation) {
            return situation.standing(resource).isUnknown();
        }

        @Override
        public String toString() {
            return resource + " unknown";
        }
    }

    /**
     * The resource is in a state.
     *
     * @param reason null if any will do
     */
    record InState(String resource, String state, @Nullable String reason) implements Given {
        @Override
        public boolean holdsIn(Situation situation) {
            Standing standing = situation.standing(resource);
            return state.equals(standing.state()) && (reason == null || reason.equals(standing.reason()));
        }

        @Override
        public String toString() {
            return resource + " " + state + (reason == null ? "" : " by " + reason);
        }
    }

    /** What is to be created would pass a limit of its kind. */
    record AtLimit(String resource) implements Given {
        @Override
        public boolean holdsIn(Situation situation) {
            return situation.atLimit().contains(resource);
        }

        @Override
        public String toString() {
            return resource + " at limit";
        }
    }

    /** The client may not call this operation. */
    record NotGranted() implements Given {
        @Override
        public boolean holdsIn(Situation situation) {
            return !situation.granted();
        }

        @Override
        public @Nullable String resource() {
            return null;
        }

        @Override
        public String toString() {
            return "client not granted";
        }
    }
}
