package io.s360.iid.verify.cases;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Standing;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.verify.clause.Term;
import io.s360.iid.verify.clause.TermIds;
import io.s360.iid.verify.clause.Terms;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Requests that go as far as they may, and must be granted, or, where nothing has such a key, be decided like any other. */
final class GrantedCases {

    private final Contract contract;
    private final Cast cast;
    private final RequestReach reach;
    private final Draws draws;
    private final Requests requests;
    private final Scenes scenes;
    private final Stagehand stagehand;
    private final Schemas schemas;

    GrantedCases(Contract contract, Cast cast, Terms terms, Draws draws) {
        this.contract = contract;
        this.cast = cast;
        this.reach = new RequestReach(terms);
        this.draws = draws;
        this.requests = new Requests(contract, draws);
        this.scenes = new Scenes(contract, cast, draws);
        this.stagehand = new Stagehand(contract, draws);
        this.schemas = Schemas.ofOpenApi(contract.root());
    }

    Stream<Case> of(Operation operation) {
        Situation active = situation(operation, Standing.active());
        Stream<Case> granted = scenes.of(operation, active).stream()
                .limit(1)
                .flatMap(scene -> of(operation, operation.decide(active), scene));
        return Stream.concat(granted, depthCase(operation));
    }

    private static Situation situation(Operation operation, Standing standing) {
        Map<String, Standing> standings =
                operation.subjects().stream().collect(Collectors.toMap(Resource::name, subject -> standing));
        return new Situation(true, standings, Set.of());
    }

    private Stream<Case> of(Operation operation, Decision decision, Scenes.Scene scene) {
        ObjectNode example = requests.bodyOf(operation, Map.of());
        ObjectNode full = Samples.completed(schemas, operation.requestSchema(), example);
        Granted granted = new Granted(operation, decision, scene, requests, stagehand, reach);
        Set<String> usual = new HashSet<>(reach.besidesBody(operation));
        usual.addAll(reach.of(operation, example));
        Stream<Case> base = Stream.of(granted.toCase("as the example is", decision.place(), usual, same -> same));
        Stream<Case> allowed = Allowances.of(operation, contract.headers())
                .map(probe -> granted.toCase(
                        probe.name(), decision.place(), RequestReach.ids(operation, probe.about()), probe.change()));
        Stream<Case> chosen = Choices.pairwise(operation.requestSchema(), full).stream()
                .map(choice -> granted.withBody(choice.words(), decision.place(), choice.body()));
        return Stream.of(base, allowed, chosen, boundaries(granted, full)).flatMap(cases -> cases);
    }

    private Stream<Case> boundaries(Granted granted, ObjectNode full) {
        Operation operation = granted.operation();
        Boundaries boundaries = new Boundaries(schemas, operation.requestSchema(), draws);
        return reach.ofSchema(operation)
                .flatMap(term -> boundaries.of(term, full).stream())
                .filter(boundary -> bytesOf(boundary.body()) <= operation.maxBytes())
                .map(boundary -> isOfKey(operation, boundary.term())
                        ? ofKey(operation, boundary)
                        : granted.withBody(boundary.words(), boundary.term().place(), boundary.body()));
    }

    private static int bytesOf(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private static boolean isOfKey(Operation operation, Term term) {
        return operation.subjects().stream().anyMatch(subject -> term.pointer().equals("/" + subject.key()));
    }

    /** Such a key leads to nothing: what is told then is told by the row for it, and not by the check. */
    private Case ofKey(Operation operation, Boundaries.Boundary boundary) {
        Decision decision = operation.decide(situation(operation, Standing.unknown()));
        Map<String, String> keys = new HashMap<>();
        operation.subjects().forEach(subject -> keys.put(subject.name(), Keys.invented(operation, subject, draws)));
        ObjectNode body = requests.bodyOf(operation, keys);
        String pointer = boundary.term().pointer();
        Choices.put(body, pointer, boundary.body().at(pointer));
        return new Case(
                operation,
                "kept, and leading to nothing: " + boundary.words(),
                boundary.term().place(),
                decision.answer(),
                decision,
                null,
                Aims.satisfying(reach.of(operation, body)),
                Case.Provocation.NOTHING,
                stage -> requests.of(operation, cast.anyClient(), keys).withBody(body.toString()),
                Case.Aftermath.NONE);
    }

    /** No body that keeps its schema is so deep; one that is as deep as it may be is refused for its fields alone. */
    private Stream<Case> depthCase(Operation operation) {
        return contract.check(Check.Kind.FIELDS).stream()
                .map(fields -> new Case(
                        operation,
                        "kept: exactly as deep as it may be, and outside its schema",
                        operation.bodyLimits().placeOf("/maxDepth"),
                        operation.answer(fields.answer().name()),
                        null,
                        null,
                        Aims.satisfying(TermIds.ofRequest(operation, "body#maxDepth")),
                        Case.Provocation.NOTHING,
                        stage -> requests.of(operation, cast.anyClient(), Map.of())
                                .withBody(BodyProbes.nested(operation.maxDepth())),
                        Case.Aftermath.NONE));
    }
}
