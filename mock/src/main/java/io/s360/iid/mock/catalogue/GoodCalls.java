package io.s360.iid.mock.catalogue;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.mock.refusal.Curl;
import io.s360.iid.mock.refusal.DemoCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** For each operation a call that succeeds with the demo data alone. Each is looked for once. */
final class GoodCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DemoCalls demoCalls;
    private final Contract contract;
    private final Trial trial;
    private final Map<String, Optional<Curl>> known = new HashMap<>();

    GoodCalls(Contract contract, Trial trial) {
        this.contract = contract;
        this.demoCalls = new DemoCalls(contract);
        this.trial = trial;
    }

    /** Empty if nothing succeeds. */
    Optional<Curl> of(Operation operation) {
        return known.computeIfAbsent(
                operation.id(),
                id -> demoCalls
                        .of(operation)
                        .map(call -> toCurl(operation, call))
                        .filter(call -> operation.answers().values().stream()
                                .anyMatch(answer ->
                                        answer.isSuccess() && answer.name().equals(trial.answerTo(List.of(call)))))
                        .findFirst());
    }

    Curl toCurl(Operation operation, DemoCalls.Call call) {
        return new Curl(
                operation.method(),
                operation.path(),
                demoCalls.headersOf(call.client()),
                call.body().toString());
    }

    /** The same call, which asks for as many of what it creates as one call may; empty if it creates one at a time. */
    Optional<Curl> large(Operation operation) {
        return of(operation)
                .flatMap(good -> listsOf(operation)
                        .map(member -> enlarged(operation, good, member))
                        .filter(call -> !trial.answerTo(List.of(call)).isEmpty())
                        .findFirst());
    }

    private Stream<String> listsOf(Operation operation) {
        return contract.lifecycle().resources().values().stream()
                .filter(Resource::isLimited)
                .map(Resource::listedIn)
                .flatMap(Stream::ofNullable)
                .filter(member -> operation
                        .requestSchema()
                        .find("properties")
                        .flatMap(members -> members.find(member))
                        .isPresent());
    }

    private static Curl enlarged(Operation operation, Curl good, String member) {
        int most = operation
                .requestSchema()
                .get("properties")
                .get(member)
                .find("maxItems")
                .map(limit -> limit.value().asInt())
                .orElse(1);
        ObjectNode body = (ObjectNode) JSON.readTree(Objects.requireNonNull(good.body()));
        if (body.get(member) instanceof ArrayNode list && !list.isEmpty()) {
            while (list.size() < most) {
                list.add(list.get(0).deepCopy());
            }
        }
        return new Curl(good.method(), good.path(), good.headers(), body.toString());
    }
}
