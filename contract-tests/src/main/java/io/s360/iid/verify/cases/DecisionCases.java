package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Situations;
import io.s360.iid.verify.clause.TermIds;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each row of each decision table, in each situation in which it decides. */
final class DecisionCases {

    private final Contract contract;
    private final Scenes scenes;
    private final Stagehand stagehand;
    private final Requests requests;
    private final Filling filling;

    DecisionCases(Contract contract, Cast cast, Draws draws) {
        this.contract = contract;
        this.scenes = new Scenes(contract, cast, draws);
        this.stagehand = new Stagehand(contract, draws);
        this.requests = new Requests(contract, draws);
        this.filling = new Filling(contract, requests, stagehand);
    }

    Stream<Case> of(Operation operation) {
        Set<String> limited = operation.decisions().stream()
                .map(Decision::given)
                .filter(Given.AtLimit.class::isInstance)
                .map(given -> ((Given.AtLimit) given).resource())
                .collect(Collectors.toSet());
        return new Situations(contract.lifecycle())
                .of(operation.subjects(), limited).stream()
                        .filter(situation -> situation.atLimit().isEmpty()
                                || operation.decide(situation).given() instanceof Given.AtLimit)
                        .flatMap(situation -> scenes.of(operation, situation).stream()
                                .map(scene -> toCase(operation, situation, scene)));
    }

    private Case toCase(Operation operation, Situation situation, Scenes.Scene scene) {
        Decision decision = operation.decide(situation);
        String variant = scene.variant().isEmpty() ? "" : " (" + scene.variant() + ")";
        return new Case(
                operation,
                decision + ": " + situation + variant,
                decision.place(),
                decision.answer(),
                decision,
                null,
                aims(operation, decision),
                Case.Provocation.NOTHING,
                stage -> prepare(stage, operation, situation, scene),
                stagehand.tidyingUp(operation, decision, scene.client()));
    }

    /** A row that speaks of a limit decides once the limit is used up, and what would pass it is refused. */
    private Aims aims(Operation operation, Decision decision) {
        Set<String> row = Set.of(TermIds.ofRow(operation, decision));
        if (!(decision.given() instanceof Given.AtLimit limit)) {
            return Aims.satisfying(row);
        }
        Resource resource = contract.lifecycle().resource(limit.resource());
        String rule = TermIds.ofLifecycle(
                resource.name(), resource.perOwner() == null ? "limits.perParent" : "limits.perOwner");
        return new Aims(Set.of(TermIds.ofRow(operation, decision), rule), Set.of(rule));
    }

    /** Where something has been filled up, one more is asked for. */
    private Request prepare(Stage stage, Operation operation, Situation situation, Scenes.Scene scene) {
        Map<String, String> keys = scene.arrange().apply(stage);
        Request request = requests.of(operation, scene.client(), keys);
        for (String name : situation.atLimit()) {
            Resource resource = contract.lifecycle().resource(name);
            filling.fillUp(stage, operation, resource, scene.client(), keys);
            request = resource.listedIn() == null ? request : requests.withItems(request, resource.listedIn(), 1);
        }
        return request;
    }
}
