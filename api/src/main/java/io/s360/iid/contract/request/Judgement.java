package io.s360.iid.contract.request;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request on its way through the checks. What has been found on the way is kept for the next check. */
final class Judgement {

    private final Contract contract;
    private final Schemas schemas;
    private final HeaderRules headerRules;
    private final IncomingRequest request;
    private final ClientGate gate;
    private @Nullable Operation operation;
    private @Nullable RequestBody body;

    Judgement(Contract contract, Schemas schemas, IncomingRequest request, ClientGate gate) {
        this.contract = contract;
        this.schemas = schemas;
        this.headerRules = new HeaderRules(schemas, request);
        this.request = request;
        this.gate = gate;
    }

    Verdict verdict() {
        for (Check check : contract.checks()) {
            Optional<Verdict> refused = refusalBy(check);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return new Verdict.Accepted(found(), value(contract.headers().clientId()), tree());
    }

    private Optional<Verdict> refusalBy(Check check) {
        return switch (check.kind()) {
            case PATH ->
                refuse(check, "", contract.operationsAt(request.path()).isEmpty() ? "is not in the contract" : null);
            case METHOD -> refuseMethod(check);
            case CONTENT_TYPE -> refuseContentType(check);
            case ACCEPT ->
                refuse(check, "Accept", MediaTypeRules.acceptProblem(request).orElse(null));
            case HEADERS -> refuse(check, headerViolations(check));
            case CLIENT -> refuse(check, contract.headers().clientKey(), clientProblem());
            case RATE -> refuseRate(check);
            case SIZE -> refuse(check, "", isTooLarge() ? "has more than " + found().maxBytes() + " bytes" : null);
            case ENCODING -> refuse(check, "", parsed().encodingProblem());
            case JSON -> refuse(check, "", parsed().jsonProblem());
            case FIELDS ->
                refuse(
                        check,
                        schemas.violations(
                                tree(), found().requestSchema(), check.kind().key()));
        };
    }

    private Optional<Verdict> refuseMethod(Check check) {
        List<Operation> candidates = contract.operationsAt(request.path());
        operation = candidates.stream()
                .filter(candidate -> candidate.method().equals(request.method()))
                .findFirst()
                .orElse(null);
        if (operation != null) {
            return Optional.empty();
        }
        String allowed = candidates.stream().map(Operation::method).collect(Collectors.joining(", "));
        Violation violation = violation(check, "", "the path has only " + allowed);
        return Optional.of(new Verdict.Refused(
                candidates.get(0), answerTo(check, candidates.get(0)), List.of(violation), Map.of("Allow", allowed)));
    }

    private Optional<Verdict> refuseContentType(Check check) {
        Optional<Verdict> byType = refuse(
                check,
                "Content-Type",
                MediaTypeRules.contentTypeProblem(request).orElse(null));
        return byType.isPresent()
                ? byType
                : refuse(
                        check,
                        "Content-Encoding",
                        MediaTypeRules.contentCodingProblem(request).orElse(null));
    }

    private List<Violation> headerViolations(Check check) {
        RequestHeaders names = contract.headers();
        Stream<Violation> repeatedCredentials = Stream.of(names.clientId(), names.clientKey())
                .flatMap(name -> headerRules.repetition(name, check.place()).stream());
        Stream<Violation> parameters =
                found().headers().stream().flatMap(header -> headerRules.violations(header).stream());
        return Stream.concat(repeatedCredentials, parameters).toList();
    }

    private @Nullable String clientProblem() {
        boolean known = gate.authenticates(
                value(contract.headers().clientId()), value(contract.headers().clientKey()));
        return known ? null : "does not prove that the client is who it says";
    }

    private Optional<Verdict> refuseRate(Check check) {
        Optional<Duration> wait = gate.waitBeforeNext(value(contract.headers().clientId()));
        return wait.map(time -> new Verdict.Refused(
                found(),
                answerTo(check, found()),
                List.of(violation(check, contract.headers().clientId(), "has no request left")),
                Map.of(
                        "Retry-After",
                        String.valueOf(Math.max(1, time.plusMillis(999).toSeconds())))));
    }

    private boolean isTooLarge() {
        int limit = found().maxBytes();
        return request.declaredLength() > limit || request.body(limit + 1).length > limit;
    }

    private RequestBody parsed() {
        if (body == null) {
            body = RequestBody.parse(request.body(found().maxBytes() + 1), found().maxDepth());
        }
        return body;
    }

    private JsonNode tree() {
        return Objects.requireNonNull(parsed().tree(), "the checks of encoding and JSON come first");
    }

    private Operation found() {
        return Objects.requireNonNull(operation, "the checks of path and method come first");
    }

    private String value(String header) {
        return request.headers(header).stream().findFirst().orElse("");
    }

    private Optional<Verdict> refuse(Check check, String where, @Nullable String problem) {
        return problem == null ? Optional.empty() : refuse(check, List.of(violation(check, where, problem)));
    }

    private Optional<Verdict> refuse(Check check, List<Violation> violations) {
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict.Refused(operation, answerTo(check, operation), violations, Map.of()));
    }

    private Violation violation(Check check, String where, String problem) {
        return new Violation(check.kind().key(), where, problem, check.place());
    }

    private Answer answerTo(Check check, @Nullable Operation asked) {
        return asked == null ? check.answer() : asked.answer(check.answer().name());
    }
}
