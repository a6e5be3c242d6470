package io.s360.iid.verify.walk.model;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** One call: what it sees, what is decided, and what it changes. */
final class Turn {

    private final Model model;
    private final Contract contract;
    private final Call call;
    private final Map<String, Thing> seen = new HashMap<>();
    private final Map<String, List<Thing>> created = new HashMap<>();

    Turn(Model model, Contract contract, Call call) {
        this.model = model;
        this.contract = contract;
        this.call = call;
        call.operation().subjects().forEach(this::look);
    }

    /** A key leads to nothing unless what encloses it was found, encloses it, and the caller may see it. */
    private void look(Resource kind) {
        Thing thing = model.find(kind, call.subjects().getOrDefault(kind.name(), 0));
        if (thing == null || thing.isForgottenAt(model.now())) {
            return;
        }
        boolean namesParent = call.operation().subjects().stream()
                .anyMatch(subject -> subject.name().equals(kind.within()));
        boolean isThere = !namesParent || seen.get(String.valueOf(kind.within())) == thing.parent();
        boolean isOwn = !kind.ownedByClient() || call.client().id().equals(thing.owner());
        if (isThere && isOwn) {
            for (Thing at = thing; at != null; at = at.parent()) {
                seen.put(at.kind().name(), at);
            }
        }
    }

    Foretold play() {
        if (!call.client().enabled()) {
            Check check = contract.check(Check.Kind.CLIENT).orElseThrow();
            return new Foretold(call.operation().answer(check.answer().name()), null, check.place(), Map.of());
        }
        Decision row = call.operation().decisions().stream()
                .filter(each -> holds(each.given()))
                .findFirst()
                .orElseThrow();
        row.then().forEach(this::apply);
        Map<String, Foretold.Value> live = new LinkedHashMap<>();
        row.live().forEach((pointer, value) -> foretell(pointer, value, live));
        return new Foretold(row.answer(), row, row.place(), live);
    }

    private boolean holds(Given given) {
        if (given instanceof Given.NotGranted) {
            return !call.client().isGranted(call.operation().id());
        }
        if (given instanceof Given.AtLimit limit) {
            return isAtLimit(contract.lifecycle().resource(limit.resource()));
        }
        Thing thing = seen.get(String.valueOf(given.resource()));
        if (thing == null || given instanceof Given.Unknown) {
            return thing == null && given instanceof Given.Unknown;
        }
        Given.InState in = (Given.InState) given;
        Standing standing = thing.standingAt(model.now());
        return in.state().equals(standing.state())
                && (in.reason() == null || in.reason().equals(standing.reason()));
    }

    /** All that the call would create, or nothing. */
    private boolean isAtLimit(Resource kind) {
        Thing parent = seen.get(String.valueOf(kind.within()));
        return parent != null
                && (passes(kind.perParent(), parent.count(kind, null, model.now()) + births(kind))
                        || passes(
                                kind.perOwner(),
                                parent.count(kind, call.client().id(), model.now()) + births(kind)));
    }

    private static boolean passes(@Nullable Integer limit, long number) {
        return limit != null && number > limit;
    }

    private int births(Resource kind) {
        return kind.listedIn() == null ? 1 : call.items();
    }

    private void apply(Effect effect) {
        Resource kind = contract.lifecycle().resource(effect.resource());
        if (effect instanceof Effect.Create) {
            List<Thing> born = created.computeIfAbsent(kind.name(), name -> new ArrayList<>());
            for (int each = 0; each < births(kind); each++) {
                born.add(model.bear(
                        kind,
                        call.number(),
                        seen.get(String.valueOf(kind.within())),
                        call.client().id()));
            }
        } else if (effect instanceof Effect.Extend extend) {
            model.extend(seen.get(kind.name()), extend.atMostEvery());
        } else if (effect instanceof Effect.End end) {
            model.end(seen.get(kind.name()), end.reason());
        }
    }

    private void foretell(String pointer, Decision.LiveValue value, Map<String, Foretold.Value> live) {
        List<Thing> born = created.getOrDefault(value.resource(), List.of());
        int star = pointer.indexOf("/*");
        if (star < 0) {
            Thing one = born.isEmpty() ? seen.get(value.resource()) : born.get(0);
            live.put(
                    pointer,
                    value.attribute().equals("count")
                            ? Attributes.exactly(JsonNodeFactory.instance.numberNode(born.size()))
                            : Attributes.read(one, value.attribute()));
            return;
        }
        for (int each = 0; each < born.size(); each++) {
            live.put(
                    pointer.substring(0, star) + "/" + each + pointer.substring(star + 2),
                    Attributes.read(born.get(each), value.attribute()));
        }
        live.put(pointer.substring(0, star) + "/" + born.size(), new Foretold.Value.Nothing());
    }
}
