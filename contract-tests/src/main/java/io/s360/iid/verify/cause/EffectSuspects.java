package io.s360.iid.verify.cause;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Provenance;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an earlier request should have done, and did not, shows in a later answer. */
final class EffectSuspects {

    /** Attributes that an extension changes; what else there is, the making decides. */
    private static final Set<String> EXTENDED = Set.of("expiresAt", "lastExtendedAt");

    private final Clause resources;

    EffectSuspects(Contract contract) {
        this.resources = contract.root().get("x-lifecycle");
    }

    /** The effects of a row on some resources. */
    static Stream<Suspect> of(Operation operation, Decision decision, Set<String> resources) {
        return decision.then().stream()
                .filter(effect -> resources.contains(effect.resource()))
                .map(effect -> suspect(operation, decision, effect));
    }

    /** The effects of a row that make an end. */
    static Stream<Suspect> ofEnds(Operation operation, Decision decision) {
        return decision.then().stream()
                .filter(Effect.End.class::isInstance)
                .map(effect -> suspect(operation, decision, effect));
    }

    /** The effects of a row that set an attribute. */
    static Stream<Suspect> of(Operation operation, Decision decision, Decision.LiveValue value) {
        return decision.then().stream()
                .filter(effect -> effect.resource().equals(value.resource()))
                .filter(effect -> effect instanceof Effect.Create
                        || (effect instanceof Effect.Extend && EXTENDED.contains(value.attribute())))
                .map(effect -> suspect(operation, decision, effect));
    }

    private static Suspect suspect(Operation operation, Decision decision, Effect effect) {
        return new Suspect(
                "effect " + operation.id() + " " + decision.row() + " " + effect,
                effect instanceof Effect.Extend ? 12 : 10,
                operation.id() + ", " + decision + ": then " + effect,
                decision.place(),
                decision.provenance());
    }

    /** The limit of a resource. */
    Suspect limitOf(Resource resource) {
        Clause declared = resources.get(resource.name());
        return new Suspect(
                "limit " + resource.name(),
                9,
                "limits of " + resource.name() + " " + new TreeMap<>(limits(declared)),
                declared.placeOf("/limits"),
                declared.find("limits").map(Clause::provenance).orElse(Provenance.ASSUMED));
    }

    private static Map<String, String> limits(Clause declared) {
        return declared.find("limits")
                .map(limits -> limits.members().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, limit -> limit.getValue().text())))
                .orElse(Map.of());
    }

    /** An attribute that is shown in several answers. */
    Suspect attribute(Decision.LiveValue value) {
        Clause declared = resources.get(value.resource());
        return new Suspect(
                "attribute " + value.resource() + "." + value.attribute(),
                32,
                value.resource() + "." + value.attribute() + " wherever it is shown",
                declared.place(),
                declared.provenance());
    }
}
