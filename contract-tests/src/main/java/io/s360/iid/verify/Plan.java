package io.s360.iid.verify;

import io.s360.iid.contract.Operation;
import io.s360.iid.verify.cases.CaseBook;
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

    public Plan {
        only = Set.copyOf(only);
    }

    /** What is tried unless something else is wished, of these operations; of all if there are none. */
    public static Plan ofOnly(Set<String> only) {
        return new Plan(only, false, false, CaseBook.SEED, CaseBook.BUDGET, 0);
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
