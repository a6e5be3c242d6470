package io.s360.iid.verify.judge;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.exchange.Exchange;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A row of an operation's decisions that has decided a request. */
public record DecidedRow(Operation operation, Decision decision) {

    /** The row that has granted what an exchange asked for, as far as its answer shows it; empty if none has. */
    public static Optional<DecidedRow> of(Contract contract, Exchange exchange) {
        JsonNode body = exchange.response().json();
        String path = exchange.request().target().replaceFirst("[?].*", "");
        Stream<Operation> asked = body == null ? Stream.of() : contract.operationsAt(path).stream();
        return asked.filter(operation ->
                        operation.method().equals(exchange.request().method()))
                .flatMap(operation -> operation.decisions().stream().map(row -> new DecidedRow(operation, row)))
                .filter(row -> row.decision().answer().isSuccess())
                .filter(row ->
                        row.decision().answer().status() == exchange.response().status())
                .filter(row -> body != null && row.shows(body))
                .max(Comparator.comparingInt(row -> row.decision().live().size()));
    }

    /** Whether a body has what the row's answer shows live, where its example does. */
    private boolean shows(JsonNode body) {
        return decision.live().keySet().stream()
                .allMatch(pointer -> pointer.contains("*")
                        || !body.at(pointer).isNull()
                        || decision.answer().body().at(pointer).isNull());
    }
}
