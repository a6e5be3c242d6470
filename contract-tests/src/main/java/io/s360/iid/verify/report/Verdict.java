package io.s360.iid.verify.report;

import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.cases.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cells of all rows and columns. */
public final class Verdict {

    /** The name of the column that shows whether the examples keep their schemas. */
    public static final String EXAMPLES = "examples";

    private final List<Case.Row> rows;
    private final Map<String, Map<Case.Row, Cell>> columns = new LinkedHashMap<>();
    private final List<Cause> causes = new ArrayList<>();

    public Verdict(List<Case.Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** A new column, with an empty cell for each row. */
    public Map<Case.Row, Cell> addColumn(String name) {
        Map<Case.Row, Cell> cells = new LinkedHashMap<>();
        rows.forEach(row -> cells.put(row, new Cell()));
        columns.put(name, cells);
        return cells;
    }

    /** What has gone wrong on a target, by its causes. Nothing is only a question that shows in what is documented. */
    public void add(List<Cause> found) {
        found.forEach(cause -> causes.add(cause.question() && contradictsDocumented(cause) ? cause.blamed() : cause));
    }

    private boolean contradictsDocumented(Cause cause) {
        return columns.getOrDefault(cause.target(), Map.of()).values().stream()
                .flatMap(cell -> cell.findings().stream())
                .filter(finding -> cause.cases().contains(finding.tried().title()))
                .anyMatch(finding -> finding.tried().provenance() == Provenance.DOCUMENTED);
    }

    /** Why things have gone wrong, on all targets. */
    public List<Cause> causes() {
        return List.copyOf(causes);
    }

    public List<Case.Row> rows() {
        return rows;
    }

    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** The cell of a column and a row of this verdict. */
    public Cell cell(String column, Case.Row row) {
        return columns.getOrDefault(column, Map.of()).getOrDefault(row, new Cell());
    }

    public Stream<Cell> cells() {
        return columns.values().stream().flatMap(cells -> cells.values().stream());
    }

    public List<Finding> findings() {
        return cells().flatMap(cell -> cell.findings().stream()).toList();
    }

    /** How many cases were played, in all columns. */
    public int played() {
        return cells().mapToInt(cell -> cell.passed() + cell.findings().size()).sum();
    }
}
