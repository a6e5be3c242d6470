package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Stage;
import io.s360.iid.verify.walk.model.Call;
import io.s360.iid.verify.walk.model.Foretold;
import java.util.HashMap;
import java.util.Map;

/** Sees to it that what a walk makes on a target that is not ours is ended when the walk is over. */
record Farewell(Contract contract, Requested requested) {

    void arrange(Stage stage, Call call, Foretold foretold, Map<Integer, String> keys) {
        if (foretold.decision() == null || !keys.containsKey(call.number())) {
            return;
        }
        foretold.decision().then().stream()
                .filter(Effect.Create.class::isInstance)
                .map(effect -> contract.lifecycle().resource(effect.resource()))
                .filter(kind -> kind.key() != null)
                .forEach(kind -> arrange(stage, kind, call, keys));
    }

    private void arrange(Stage stage, Resource made, Call call, Map<Integer, String> keys) {
        Map<String, String> named = new HashMap<>();
        call.subjects().forEach((kind, number) -> named.put(kind, keys.getOrDefault(number, "")));
        named.put(made.name(), keys.getOrDefault(call.number(), ""));
        contract.operations().stream()
                .filter(operation -> call.client().isGranted(operation.id()))
                .flatMap(operation -> operation.decisions().stream()
                        .filter(row -> ends(row, made))
                        .map(row -> new Ending(operation, row)))
                .findFirst()
                .ifPresent(end -> stage.finallySend(
                        end.operation(),
                        end.row(),
                        requested.of(new Call(0, end.operation(), call.client(), Map.of(), 1), named)));
    }

    /** A row that ends what was made. */
    private record Ending(Operation operation, Decision row) {}

    private static boolean ends(Decision row, Resource made) {
        return row.then().stream()
                .anyMatch(effect ->
                        effect instanceof Effect.End && effect.resource().equals(made.name()));
    }
}
