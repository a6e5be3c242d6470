package io.s360.iid.contract.request;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.schema.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a check has found.
 *
 * @param violations at least one
 * @param headers that the answer carries because of it
 * @param prevents the checks that cannot be made after it
 */
record Failure(List<Violation> violations, Map<String, String> headers, Set<Check.Kind> prevents) {

    /** One that prevents nothing; null if there are no violations. */
    static @Nullable Failure of(List<Violation> violations) {
        return of(violations, Set.of());
    }

    static @Nullable Failure of(List<Violation> violations, Set<Check.Kind> prevents) {
        return violations.isEmpty() ? null : new Failure(violations, Map.of(), prevents);
    }

    static @Nullable Failure of(@Nullable Violation violation, Set<Check.Kind> prevents) {
        return violation == null ? null : new Failure(List.of(violation), Map.of(), prevents);
    }
}
