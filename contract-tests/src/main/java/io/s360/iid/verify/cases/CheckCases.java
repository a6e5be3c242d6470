package io.s360.iid.verify.cases;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** For each check that every request must pass, requests that fail this check and no other. */
final class CheckCases {

    private final Contract contract;
    private final Cast cast;
    private final Requests requests;
    private final Schemas schemas;

    CheckCases(Contract contract, Cast cast) {
        this.contract = contract;
        this.cast = cast;
        this.requests = new Requests(contract);
        this.schemas = Schemas.ofOpenApi(contract.root());
    }

    Stream<Case> of(Operation operation) {
        Stream<Case> probes = contract.checks().stream()
                .filter(check -> check.kind() != Check.Kind.RATE && check.kind() != Check.Kind.FIELDS)
                .flatMap(check -> probesOf(check.kind(), operation).entrySet().stream()
                        .map(probe -> toCase(operation, check, probe.getKey(), probe.getValue())));
        return Stream.of(probes, rateCase(operation), fieldCases(operation)).flatMap(cases -> cases);
    }

    private Map<String, UnaryOperator<Request>> probesOf(Check.Kind kind, Operation operation) {
        RequestHeaders names = contract.headers();
        Map<String, UnaryOperator<Request>> probes = switch (kind) {
            case PATH -> Probes.ofPath(operation);
            case METHOD -> Probes.ofMethod(contract, operation);
            case CONTENT_TYPE -> Probes.ofContentType();
            case ACCEPT -> Probes.ofAccept();
            case HEADERS -> Probes.ofHeaders(names);
            case CLIENT -> cast.isDemo() ? Probes.ofClient(names) : Probes.ofUnknownClient(names);
            case SIZE -> Probes.ofSize(operation.maxBytes());
            case ENCODING -> Probes.ofEncoding();
            case JSON -> Probes.ofJson(operation);
            case RATE, FIELDS -> Map.of();
        };
        if (kind == Check.Kind.CLIENT) {
            cast.otherClient()
                    .ifPresent(other -> probes.put(
                            "the key of another client", request -> request.with(names.clientKey(), other.key())));
            cast.disabledClient()
                    .ifPresent(disabled -> probes.put(
                            "a disabled client",
                            request -> request.with(names.clientKey(), disabled.key())
                                    .with(names.clientId(), disabled.id())));
        }
        return probes;
    }

    private Case toCase(Operation operation, Check check, String probe, UnaryOperator<Request> change) {
        return caseOf(operation, check, probe, stage -> change.apply(ordinary(operation, cast.anyClient())));
    }

    private static Case caseOf(Operation operation, Check check, String probe, Play play) {
        return new Case(
                operation,
                "check " + check.kind().key() + ": " + probe,
                check.place(),
                operation.answer(check.answer().name()),
                null,
                null,
                Aims.NONE,
                Case.Provocation.NOTHING,
                play,
                Case.Aftermath.NONE);
    }

    private Stream<Case> rateCase(Operation operation) {
        Optional<Demo.Client> throttled = cast.throttledClient();
        return contract.check(Check.Kind.RATE).stream()
                .flatMap(check -> throttled.stream()
                        .map(client -> caseOf(
                                operation, check, "one request too many", stage -> useUp(stage, operation, client))));
    }

    private Request useUp(Stage stage, Operation operation, Demo.Client client) {
        int allowed = client.requestsPerMinute() == null ? 0 : client.requestsPerMinute();
        for (int sent = 0; sent < allowed; sent++) {
            stage.send(ordinary(operation, client));
        }
        return ordinary(operation, client);
    }

    private Stream<Case> fieldCases(Operation operation) {
        ObjectNode valid = requests.bodyOf(operation, harmlessKeys(operation));
        List<FieldViolations.Violated> violations = FieldViolations.of(schemas, operation.requestSchema(), valid);
        return contract.check(Check.Kind.FIELDS).stream()
                .flatMap(check -> violations.stream()
                        .map(violated -> new Case(
                                operation,
                                "violated " + violated.clause(),
                                violated.place(),
                                operation.answer(check.answer().name()),
                                null,
                                violated.body(),
                                Aims.NONE,
                                Case.Provocation.NOTHING,
                                stage -> ordinary(operation, cast.anyClient())
                                        .withBody(violated.body().toString()),
                                Case.Aftermath.NONE)));
    }

    /** A request that passes all checks and, should a target let it through, changes nothing. */
    private Request ordinary(Operation operation, Demo.Client client) {
        return requests.of(operation, client, harmlessKeys(operation));
    }

    private static Map<String, String> harmlessKeys(Operation operation) {
        Map<String, String> keys = new HashMap<>();
        operation.subjects().forEach(subject -> keys.put(subject.name(), Keys.invented(operation, subject)));
        return keys;
    }
}
