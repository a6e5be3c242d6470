package io.s360.iid.verify.cases;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Place;
import io.s360.iid.verify.exchange.Request;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A situation in which an operation grants what is asked, however it is asked. */
record Granted(
        Operation operation,
        Decision decision,
        Scenes.Scene scene,
        Requests requests,
        Stagehand stagehand,
        RequestReach reach) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Case toCase(String words, Place place, Set<String> satisfied, UnaryOperator<Request> change) {
        return new Case(
                operation,
                "granted: " + words,
                place,
                decision.answer(),
                decision,
                null,
                Aims.satisfying(satisfied),
                Case.Provocation.NOTHING,
                stage -> change.apply(
                        requests.of(operation, scene.client(), scene.arrange().apply(stage))),
                stagehand.tidyingUp(operation, decision, scene.client()));
    }

    /** With the keys that the scene gives. */
    Case withBody(String words, Place place, ObjectNode body) {
        return toCase(
                words,
                place,
                reach.of(operation, body),
                request -> request.withBody(withKeys(body, request).toString()));
    }

    private ObjectNode withKeys(ObjectNode body, Request arranged) {
        ObjectNode keyed = body.deepCopy();
        operation.subjects().forEach(subject -> {
            String key = String.valueOf(subject.key());
            keyed.set(key, JSON.readTree(arranged.body()).get(key));
        });
        return keyed;
    }
}
