package io.s360.iid.verify.cases;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.verify.clause.Term;
import io.s360.iid.verify.clause.TermIds;
import io.s360.iid.verify.clause.Terms;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** For each check that every request must pass, requests that fail this check and no other. */
final class CheckCases {

    private final Contract contract;
    private final Cast cast;
    private final Terms terms;
    private final Draws draws;
    private final Requests requests;
    private final Schemas schemas;

    CheckCases(Contract contract, Cast cast, Terms terms, Draws draws) {
        this.contract = contract;
        this.cast = cast;
        this.terms = terms;
        this.draws = draws;
        this.requests = new Requests(contract, draws);
        this.schemas = Schemas.ofOpenApi(contract.root());
    }

    Stream<Case> of(Operation operation) {
        Stream<Case> probes = contract.checks().stream()
                .filter(check -> check.kind() != Check.Kind.RATE && check.kind() != Check.Kind.FIELDS)
                .flatMap(check -> probesOf(check.kind(), operation).map(probe -> toCase(operation, check, probe)));
        return Stream.of(probes, rateCase(operation), fieldCases(operation)).flatMap(cases -> cases);
    }

    private Stream<Probe> probesOf(Check.Kind kind, Operation operation) {
        return switch (kind) {
            case PATH -> HttpProbes.ofPath(operation);
            case METHOD -> HttpProbes.ofMethod(contract, operation);
            case CONTENT_TYPE ->
                HttpProbes.ofContentType(
                        of(operation, "media type").map(Term::keyword).toList());
            case ACCEPT -> HttpProbes.ofAccept();
            case HEADERS -> new HeaderProbes(schemas, contract.headers()).of(operation);
            case CLIENT -> new ClientProbes(contract.headers(), securityOf(operation)).of(cast);
            case SIZE -> BodyProbes.ofSize(operation.maxBytes());
            case ENCODING -> BodyProbes.ofEncoding();
            case JSON -> BodyProbes.ofJson(operation);
            case RATE, FIELDS -> Stream.of();
        };
    }

    private Stream<Term> of(Operation operation, String part) {
        return terms.of(operation.id(), Term.Side.REQUEST).stream()
                .filter(term -> term.part().equals(part));
    }

    /** The ends of the ids, by the header that is demanded. */
    private Map<String, String> securityOf(Operation operation) {
        return of(operation, "security").collect(Collectors.toMap(Term::demand, term -> "security#" + term.keyword()));
    }

    private Case toCase(Operation operation, Check check, Probe probe) {
        return caseOf(
                operation,
                check,
                probe.name(),
                probe.about(),
                stage -> probe.change().apply(ordinary(operation, cast.anyClient())));
    }

    private static Case caseOf(Operation operation, Check check, String probe, List<String> about, Play play) {
        Set<String> violated = new HashSet<>();
        violated.add(TermIds.ofRequest(operation, "check#" + check.kind().key()));
        about.forEach(term -> violated.add(TermIds.ofRequest(operation, term)));
        return new Case(
                operation,
                "check " + check.kind().key() + ": " + probe,
                check.place(),
                operation.answer(check.answer().name()),
                null,
                null,
                Aims.violating(violated),
                Case.Provocation.NOTHING,
                play,
                Case.Aftermath.NONE);
    }

    private Stream<Case> rateCase(Operation operation) {
        Optional<Demo.Client> throttled = cast.throttledClient();
        return contract.check(Check.Kind.RATE).stream()
                .flatMap(check -> throttled.stream()
                        .map(client -> caseOf(
                                operation,
                                check,
                                "one request too many",
                                List.of(),
                                stage -> useUp(stage, operation, client))));
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
        ObjectNode full = Samples.completed(schemas, operation.requestSchema(), valid);
        List<FieldViolations.Violated> violations = FieldViolations.of(schemas, operation.requestSchema(), full);
        return contract.check(Check.Kind.FIELDS).stream()
                .flatMap(check -> violations.stream().map(violated -> fieldCase(operation, check, violated)));
    }

    private Case fieldCase(Operation operation, Check check, FieldViolations.Violated violated) {
        return new Case(
                operation,
                "violated " + violated.clause(),
                violated.place(),
                operation.answer(check.answer().name()),
                null,
                violated.body(),
                Aims.violating(
                        TermIds.ofRequest(operation, "check#" + check.kind().key()),
                        TermIds.ofRequest(operation, Term.BODY + violated.term())),
                Case.Provocation.NOTHING,
                stage -> ordinary(operation, cast.anyClient())
                        .withBody(violated.body().toString()),
                Case.Aftermath.NONE);
    }

    /** A request that passes all checks and, should a target let it through, changes nothing. */
    private Request ordinary(Operation operation, Demo.Client client) {
        return requests.of(operation, client, harmlessKeys(operation));
    }

    private Map<String, String> harmlessKeys(Operation operation) {
        Map<String, String> keys = new HashMap<>();
        operation.subjects().forEach(subject -> keys.put(subject.name(), Keys.invented(operation, subject, draws)));
        return keys;
    }
}
