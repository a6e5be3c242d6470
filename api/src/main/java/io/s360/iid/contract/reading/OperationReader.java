package io.s360.iid.contract.reading;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one operation. */
final class OperationReader {

    private final Findings findings;
    private final Scrutiny scrutiny;
    private final Clause root;
    private final Lifecycle lifecycle;

    OperationReader(Findings findings, Scrutiny scrutiny, Clause root, Lifecycle lifecycle) {
        this.findings = findings;
        this.scrutiny = scrutiny;
        this.root = root;
        this.lifecycle = lifecycle;
    }

    List<Operation> readAll(RequestHeaders headers) {
        List<Operation> operations = new ArrayList<>();
        root.get("paths")
                .members()
                .forEach((path, item) -> item.members().forEach((method, clause) -> {
                    Operation operation = read(path, method, clause);
                    checkSecurity(operation, clause, headers);
                    if (operations.stream().anyMatch(other -> other.id().equals(operation.id()))) {
                        findings.add(clause.place(), operation.id(), "two operations have this id");
                    }
                    operations.add(operation);
                }));
        return operations;
    }

    private Operation read(String path, String method, Clause clause) {
        String id = clause.get("operationId").text();
        AnswerReader answerReader = new AnswerReader(findings, scrutiny, id);
        Map<String, Answer> answers = answerReader.readAnswers(clause.get("responses"));
        Clause media = clause.get("requestBody").get("content").get("application/json");
        Clause limits = clause.find("x-requests")
                .flatMap(own -> own.find("body"))
                .orElseGet(() -> root.get("x-requests").get("body"));
        List<Decision> decisions = new DecisionReader(findings, lifecycle, id, answers).read(clause.get("x-decisions"));
        return new Operation(
                id,
                clause.get("summary").text(),
                method.toUpperCase(Locale.ROOT),
                path,
                limits.get("maxBytes").value().intValue(),
                limits.get("maxDepth").value().intValue(),
                limits,
                headersOf(clause),
                media.place(),
                media.get("schema"),
                answerReader.readRequests(clause.get("requestBody")),
                answers,
                decisions,
                subjectsOf(media.get("schema")),
                clause.place(),
                clause.provenance());
    }

    private static List<Operation.HeaderParameter> headersOf(Clause operation) {
        return operation.find("parameters").map(Clause::items).orElse(List.of()).stream()
                .map(header -> new Operation.HeaderParameter(
                        header.get("name").text(),
                        header.get("required").value().booleanValue(),
                        header.get("schema"),
                        header.placeOf("/required")))
                .toList();
    }

    private List<Resource> subjectsOf(Clause schema) {
        Map<String, Clause> members =
                schema.find("properties").map(Clause::members).orElse(Map.of());
        return lifecycle.resources().values().stream()
                .filter(resource -> resource.key() != null && members.containsKey(resource.key()))
                .toList();
    }

    /** Both headers that authenticate a client must be demanded, by schemes that the document declares. */
    private void checkSecurity(Operation operation, Clause clause, RequestHeaders headers) {
        Clause schemes = root.get("components").get("securitySchemes");
        List<String> demanded = clause.get("security").items().get(0).value().propertyNames().stream()
                .map(schemes::find)
                .flatMap(
                        scheme -> scheme.stream().map(found -> found.get("name").text()))
                .toList();
        for (String header : List.of(headers.clientId(), headers.clientKey())) {
            if (!demanded.contains(header)) {
                findings.add(clause.placeOf("/security"), operation.id(), "does not demand the header " + header);
            }
        }
    }
}
