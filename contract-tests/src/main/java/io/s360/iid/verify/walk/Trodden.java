package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Place;
import io.s360.iid.verify.walk.model.Call;
import io.s360.iid.verify.walk.model.Foretold;
import io.s360.iid.verify.walk.model.Move;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which rows of the decision tables, and which edges of the life-cycle, walks have met, and how often. */
public final class Trodden {

    private final Map<Row, Integer> rows = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Row>> byOperation = new LinkedHashMap<>();
    private final Map<Move, Integer> moves = new LinkedHashMap<>();

    /**
     * A row of a decision table.
     *
     * @param row counted from 1
     * @param given as the contract writes it
     * @param answer its status and name
     */
    public record Row(String operation, int row, String given, String answer, Place place) {}

    Trodden(Contract contract) {
        for (Operation operation : contract.operations()) {
            Map<Integer, Row> ofOne = new TreeMap<>();
            operation.decisions().forEach(decision -> ofOne.put(decision.row(), toRow(operation, decision)));
            byOperation.put(operation.id(), ofOne);
            ofOne.values().forEach(row -> rows.put(row, 0));
        }
    }

    private static Row toRow(Operation operation, Decision decision) {
        return new Row(
                operation.id(),
                decision.row(),
                decision.given().toString(),
                decision.answer().toString(),
                decision.place());
    }

    void add(Call call, Foretold foretold) {
        Decision decision = foretold.decision();
        if (decision != null) {
            Row row = byOperation
                    .getOrDefault(call.operation().id(), Map.of())
                    .getOrDefault(decision.row(), toRow(call.operation(), decision));
            rows.merge(row, 1, Integer::sum);
        }
    }

    void add(List<Move> more) {
        more.forEach(move -> moves.merge(move, 1, Integer::sum));
    }

    /** How often each row decided, in the order of the contract; also those that never did. */
    public Map<Row, Integer> rows() {
        return Collections.unmodifiableMap(rows);
    }

    /** How often each edge was walked; only those that were. */
    public Map<Move, Integer> moves() {
        return Collections.unmodifiableMap(moves);
    }

    /** The rows that no walk has met. */
    public List<Row> unmet() {
        return rows.entrySet().stream()
                .filter(row -> row.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }
}
