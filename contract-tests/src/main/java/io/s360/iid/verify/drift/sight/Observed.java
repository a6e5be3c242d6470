package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Operation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was seen of one cause.
 *
 * @param sample of a request that led to it, masked
 * @param slots where the clause is used that is not kept
 * @param uses in what answers or requests
 */
public record Observed(
        Drift first,
        String sample,
        long times,
        Set<String> operations,
        Set<Spot> slots,
        Set<Use> uses,
        Set<String> keywords,
        Evidence evidence) {

    /**
     * A value in a request or an answer of an operation.
     *
     * @param status of the answer
     * @param where JSON pointer, with {@code *} for a place in a list
     */
    public record Use(@Nullable Operation operation, int status, String where) {

        static Use of(Drift drift) {
            return new Use(drift.operation(), drift.status(), drift.where());
        }
    }

    /** Seen for the first time. */
    public static Observed of(Drift drift, String sample) {
        Set<String> operations =
                drift.operation() == null ? Set.of() : Set.of(drift.operation().id());
        return new Observed(
                drift,
                sample,
                1,
                operations,
                Set.of(drift.slot()),
                Set.of(Use.of(drift)),
                drift.keywords(),
                drift.evidence());
    }

    /** And seen once more. */
    public Observed and(Drift drift) {
        Operation operation = drift.operation();
        return new Observed(
                first,
                sample,
                times + 1,
                operation == null ? operations : with(operations, operation.id()),
                with(slots, drift.slot()),
                with(uses, Use.of(drift)),
                Stream.concat(keywords.stream(), drift.keywords().stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                evidence.and(drift.evidence()));
    }

    private static <T> Set<T> with(Set<T> set, T one) {
        return set.contains(one)
                ? set
                : Stream.concat(set.stream(), Stream.of(one)).collect(Collectors.toUnmodifiableSet());
    }

    public Cause cause() {
        return first.cause();
    }
}
