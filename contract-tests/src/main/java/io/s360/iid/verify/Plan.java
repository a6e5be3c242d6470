package io.s360.iid.verify;

import io.s360.iid.contract.Operation;
import java.util.Set;

/**
 * What is to be tried, and how much of it.
 *
 * @param only the ids of the operations that are judged; empty for all
 * @param readOnly whether nothing may be sent that could change something
 * @param isStrict whether questions are failures
 * @param seed of whatever is left to chance
 * @param budget the most cases for an operation
 * @param walks how many sequences of calls
 */
public record Plan(Set<String> only, boolean readOnly, boolean isStrict, long seed, int budget, int walks) {

    /** The seed unless another one is wished. */
    public static final long SEED = 360;

    public Plan {
        only = Set.copyOf(only);
    }

    /** Every operation, and all that can be tried of it. */
    public static Plan ofEverything() {
        return new Plan(Set.of(), false, false, SEED, Integer.MAX_VALUE, 0);
    }

    /** What of it the same result depends on. */
    String words() {
        return "seed " + seed + ", budget "
                + (budget == Integer.MAX_VALUE ? "unlimited" : budget + " cases an operation")
                + (walks > 0 ? ", " + walks + " walks" : "") + (readOnly ? ", read only" : "");
    }

    /** Whether an operation is judged. */
    boolean includes(Operation operation) {
        return only.isEmpty() || only.contains(operation.id());
    }
}
