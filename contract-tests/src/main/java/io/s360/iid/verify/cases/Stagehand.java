package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes and ends resources on a stage, by the operations whose decisions say that they do so. */
final class Stagehand {

    private final Contract contract;
    private final Requests requests;

    Stagehand(Contract contract, Draws draws) {
        this.contract = contract;
        this.requests = new Requests(contract, draws);
    }

    /** A row of an operation's decisions that does what is wanted. */
    record Way(Operation operation, Decision decision) {}

    /** How a client can make such a resource; empty if it cannot. */
    Optional<Way> wayToMake(Resource resource, Demo.Client client) {
        return wayTo(client, effect -> effect.equals(new Effect.Create(resource.name())));
    }

    /** How a client can end such a resource for that reason; empty if it cannot. */
    Optional<Way> wayToEnd(Resource resource, @Nullable String reason, Demo.Client client) {
        return wayTo(
                client,
                effect -> effect instanceof Effect.End end
                        && end.resource().equals(resource.name())
                        && (reason == null || end.reason().equals(reason)));
    }

    private Optional<Way> wayTo(Demo.Client client, Predicate<Effect> wanted) {
        return contract.operations().stream()
                .filter(operation -> client.isGranted(operation.id()))
                .flatMap(operation -> operation.decisions().stream()
                        .filter(decision -> decision.then().stream().anyMatch(wanted))
                        .map(decision -> new Way(operation, decision)))
                .findFirst();
    }

    /**
     * Makes a resource, to be ended when the case is over.
     *
     * @param outer the keys of the resources around it, by name
     * @return its key
     * @throws NotArranged if the target makes none
     */
    String make(Stage stage, Resource resource, Demo.Client client, Map<String, String> outer) {
        Way way = wayToMake(resource, client).orElseThrow(() -> new NotArranged("nobody makes a " + resource.name()));
        Exchange exchange = stage.send(requests.of(way.operation(), client, outer));
        stage.note(way.operation(), way.decision(), exchange);
        return takeNote(stage, exchange, way, resource, client)
                .orElseThrow(() -> new NotArranged(way.operation().id() + " made no " + resource.name()
                        + " but answered " + exchange.response().status()));
    }

    /**
     * Sees to it that what a request has made is ended when the case is over.
     *
     * @param way how it was made
     * @return its key; empty if the target made none
     */
    Optional<String> takeNote(Stage stage, Exchange exchange, Way way, Resource resource, Demo.Client client) {
        JsonNode body = exchange.response().json();
        if (body == null
                || exchange.response().status() != way.decision().answer().status()) {
            return Optional.empty();
        }
        Optional<String> key = way.decision().live().entrySet().stream()
                .filter(live -> live.getValue().resource().equals(resource.name()))
                .filter(live -> live.getValue().attribute().equals(resource.key()))
                .map(live -> body.at(live.getKey()).asString(""))
                .findFirst();
        key.ifPresent(made -> {
            Map<String, String> keys = new HashMap<>(requests.keysIn(exchange.request(), way.operation()));
            keys.put(resource.name(), made);
            wayToEnd(resource, null, client)
                    .ifPresent(end -> stage.finallySend(
                            end.operation(), end.decision(), requests.of(end.operation(), client, keys)));
        });
        return key;
    }

    /** Sees to it that what a request makes by a row of its operation's decisions is ended when the case is over. */
    Case.Aftermath tidyingUp(Operation operation, Decision decision, Demo.Client client) {
        return (stage, exchange) -> decision.then().stream()
                .filter(Effect.Create.class::isInstance)
                .map(effect -> contract.lifecycle().resource(effect.resource()))
                .filter(resource -> resource.key() != null)
                .forEach(resource -> takeNote(stage, exchange, new Way(operation, decision), resource, client));
    }

    /**
     * Ends a resource.
     *
     * @throws NotArranged if the target does not end it
     */
    void end(Stage stage, Resource resource, @Nullable String reason, Demo.Client client, Map<String, String> keys) {
        Way way = wayToEnd(resource, reason, client)
                .orElseThrow(() -> new NotArranged("nobody ends a " + resource.name() + " by " + reason));
        Exchange exchange = stage.send(requests.of(way.operation(), client, keys));
        stage.note(way.operation(), way.decision(), exchange);
        int status = exchange.response().status();
        if (status != way.decision().answer().status()) {
            throw new NotArranged(
                    way.operation().id() + " did not end the " + resource.name() + " but answered " + status);
        }
    }
}
