package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees the world as the conditions of a decision table do. */
record SituationReading(Contract contract, Population population) {

    Situation of(Call call, Subjects subjects) {
        boolean granted = contract.demo()
                .client(call.clientId())
                .filter(client -> client.isGranted(call.operation().id()))
                .isPresent();
        Map<String, Standing> standings = new HashMap<>();
        for (Resource kind : call.operation().subjects()) {
            subjects.find(kind.name()).ifPresent(one -> standings.put(kind.name(), one.standingAt(call.now())));
        }
        return new Situation(granted, standings, limitsMetBy(call, subjects));
    }

    private Set<String> limitsMetBy(Call call, Subjects subjects) {
        Set<String> met = new HashSet<>();
        call.operation().decisions().forEach(decision -> {
            if (decision.given() instanceof Given.AtLimit limit && isMet(limit.resource(), call, subjects)) {
                met.add(limit.resource());
            }
        });
        return met;
    }

    private boolean isMet(String name, Call call, Subjects subjects) {
        Resource kind = contract.lifecycle().resource(name);
        Individual parent = subjects.find(kind.within()).orElse(null);
        if (kind.within() != null && parent == null) {
            return false;
        }
        Brood brood = population.below(parent);
        int more = call.itemsOf(kind).size();
        return isPassed(kind.perParent(), more + brood.count(kind, null, call.now()))
                || isPassed(kind.perOwner(), more + brood.count(kind, call.clientId(), call.now()));
    }

    private static boolean isPassed(@Nullable Integer limit, int number) {
        return limit != null && number > limit;
    }
}
