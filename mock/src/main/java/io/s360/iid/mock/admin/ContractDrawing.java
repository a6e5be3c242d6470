package io.s360.iid.mock.admin;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Clause;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a contract says of itself, and how its resources live, as the admin API tells it.
 *
 * @param hasFaultMode whether callers may have something go wrong on purpose
 */
public record ContractDrawing(Contract contract, boolean hasFaultMode) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What ends a resource whose time has passed. */
    private static final String TIME = "time";

    private record Transition(
            @Nullable String from,
            String to,
            String by,
            @Nullable String reason) {}

    /** The contract and the settings of the mock. */
    public JsonNode mock() {
        ObjectNode mock = JSON.objectNode()
                .put("title", contract.root().get("info").get("title").text())
                .put("version", contract.version())
                .put("document", contract.root().place().file())
                .put("stateful", true)
                .put("faultMode", hasFaultMode);
        ArrayNode operations = mock.putArray("operations");
        contract.operations()
                .forEach(operation -> operations
                        .addObject()
                        .put("id", operation.id())
                        .put("method", operation.method())
                        .put("path", operation.path())
                        .put("summary", operation.summary()));
        contract.demo().clients().stream().map(Demo.Client::id).forEach(mock.putArray("clients")::add);
        return mock;
    }

    /** Its resources, and all that moves them from one state to another. */
    public JsonNode lifecycle() {
        ObjectNode lifecycle = JSON.objectNode();
        ArrayNode resources = lifecycle.putArray("resources");
        contract.lifecycle().resources().values().forEach(kind -> resources.add(draw(kind)));
        return lifecycle;
    }

    private ObjectNode draw(Resource kind) {
        Resource.Lifetime lifetime = kind.expires();
        ObjectNode drawn = JSON.objectNode()
                .put("name", kind.name())
                .put("summary", summaryOf(kind))
                .put("within", kind.within())
                .put("idle", lifetime == null ? null : lifetime.idle().toString())
                .put("atMost", lifetime == null ? null : lifetime.atMost().toString());
        kind.states().forEach(drawn.putArray("states")::add);
        kind.reasons().forEach(drawn.putArray("reasons")::add);
        ArrayNode transitions = drawn.putArray("transitions");
        transitionsOf(kind)
                .forEach(transition -> transitions
                        .addObject()
                        .put("from", transition.from())
                        .put("to", transition.to())
                        .put("by", transition.by())
                        .put("reason", transition.reason()));
        return drawn;
    }

    private String summaryOf(Resource kind) {
        return contract.root()
                .get("x-lifecycle")
                .get(kind.name())
                .find("summary")
                .map(Clause::text)
                .orElse("");
    }

    private Set<Transition> transitionsOf(Resource kind) {
        Set<Transition> transitions = new LinkedHashSet<>();
        if (kind.states().size() < 2) {
            return transitions;
        }
        String living = kind.states().get(0);
        String over = kind.states().get(kind.states().size() - 1);
        for (Operation operation : contract.operations()) {
            for (Effect effect : effectsOn(kind, operation)) {
                transitions.add(transition(effect, operation.id(), living, over));
            }
        }
        if (kind.expires() != null) {
            transitions.add(new Transition(living, over, TIME, Resource.EXPIRED));
        }
        kind.endsWith().forEach((with, reason) -> transitions.add(new Transition(living, over, with, reason)));
        return transitions;
    }

    private static Transition transition(Effect effect, String by, String living, String over) {
        if (effect instanceof Effect.End end) {
            return new Transition(living, over, by, end.reason());
        }
        return new Transition(effect instanceof Effect.Create ? null : living, living, by, null);
    }

    private static List<Effect> effectsOn(Resource kind, Operation operation) {
        return operation.decisions().stream()
                .map(Decision::then)
                .flatMap(List::stream)
                .filter(effect -> effect.resource().equals(kind.name()))
                .toList();
    }
}
