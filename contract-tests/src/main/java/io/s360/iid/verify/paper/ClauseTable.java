package io.s360.iid.verify.paper;

import io.s360.iid.contract.Operation;
import io.s360.iid.verify.coverage.Count;
import io.s360.iid.verify.coverage.Coverage;
import java.util.List;
import java.util.function.Predicate;

/** How well each clause was tried, for a report. */
public final class ClauseTable {

    private ClauseTable() {}

    /**
     * A line for each clause, with a cell for each target.
     *
     * @param columns the names of the targets, in their order; of one that was not tried, such as the examples, nothing is known
     * @param operations all of the contract
     * @param judged those whose clauses are of interest; the clauses of the life-cycle always are
     */
    public static List<Report.Coverage> of(
            Coverage coverage, List<String> columns, List<Operation> operations, Predicate<Operation> judged) {
        List<String> others =
                operations.stream().filter(judged.negate()).map(Operation::id).toList();
        return coverage.rows().stream()
                .filter(row -> !others.contains(row.term().subject()))
                .map(row -> toLine(row, columns))
                .toList();
    }

    private static Report.Coverage toLine(Coverage.Row row, List<String> columns) {
        return new Report.Coverage(
                row.term().id(),
                row.term().subject() + " · " + row.term().words(),
                row.place().toString(),
                row.provenance(),
                columns.stream()
                        .map(column -> toTrial(row.counts().getOrDefault(column, Count.NONE)))
                        .toList());
    }

    private static Report.Trial toTrial(Count count) {
        return new Report.Trial(count.satisfied(), count.violated());
    }
}
