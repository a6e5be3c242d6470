package io.s360.iid.verify;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.verify.cases.Aims;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.judge.IndependentJudge;
import io.s360.iid.verify.report.Cell;
import io.s360.iid.verify.report.Finding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Judges the examples of the contract as if they had been sent. */
final class ExampleColumn {

    private final Contract contract;
    private final IndependentJudge independent;

    ExampleColumn(Contract contract, IndependentJudge independent) {
        this.contract = contract;
        this.independent = independent;
    }

    void fill(Map<Case.Row, Cell> column, Plan plan) {
        for (Operation operation :
                contract.operations().stream().filter(plan::includes).toList()) {
            operation.answers().values().forEach(answer -> {
                Cell cell = column.computeIfAbsent(rowOf(operation, answer), row -> new Cell());
                record(
                        cell,
                        operation,
                        answer,
                        "example of the answer",
                        independent.deviations(operation, asResponse(answer)));
            });
            operation.requests().forEach((name, body) -> {
                Answer answer = operation.answers().getOrDefault(name, operation.success());
                Cell cell = column.computeIfAbsent(rowOf(operation, answer), row -> new Cell());
                record(
                        cell,
                        operation,
                        answer,
                        "example " + name + " of the request",
                        independent.deviations(asRequest(operation, body)));
            });
        }
    }

    private static Case.Row rowOf(Operation operation, Answer answer) {
        return new Case.Row(operation.id(), answer.status(), answer.name());
    }

    private static void record(
            Cell cell, Operation operation, Answer answer, String clause, List<Deviation> deviations) {
        if (deviations.isEmpty()) {
            cell.pass();
            return;
        }
        Case tried = new Case(
                operation,
                clause,
                answer.place(),
                answer,
                null,
                null,
                Aims.NONE,
                Case.Provocation.NOTHING,
                stage -> {
                    throw new IllegalStateException("an example is not played");
                },
                Case.Aftermath.NONE);
        cell.add(new Finding(Verification.EXAMPLES, tried, deviations, "see " + answer.place()));
    }

    private static Response asResponse(Answer answer) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("content-type", List.of("application/json"));
        answer.headers()
                .forEach((name, header) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(exampleOf(header))));
        return new Response(answer.status(), headers, answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String exampleOf(Clause header) {
        return header.get("example").text();
    }

    private Request asRequest(Operation operation, JsonNode body) {
        List<Request.Header> headers = List.of(
                new Request.Header("Content-Type", "application/json"),
                new Request.Header(contract.headers().clientId(), "anybody"),
                new Request.Header(contract.headers().clientKey(), "any key"));
        return new Request(
                operation.method(), operation.path(), headers, body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
