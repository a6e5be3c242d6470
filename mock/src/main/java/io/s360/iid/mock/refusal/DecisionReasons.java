package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Pointers;
import io.s360.iid.mock.lifecycle.Sighting;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a row of a decision table refuses. All that does not depend on the request is said once, at the start. */
final class DecisionReasons {

    private final Contract contract;
    private final IdentityHashMap<Decision, Reason> byRow = new IdentityHashMap<>();

    DecisionReasons(Contract contract) {
        this.contract = contract;
        for (Operation operation : contract.operations()) {
            operation.decisions().stream()
                    .filter(row -> !row.answer().isSuccess())
                    .forEach(row -> byRow.put(row, reason(operation, row)));
        }
    }

    /** @param sighting the resource that the row speaks of; null if it speaks of none, or none was found */
    Reason of(Decision row, String clientId, @Nullable Sighting sighting) {
        Reason known = Objects.requireNonNull(byRow.get(row), "a row of this contract");
        String got = row.given() instanceof Given.NotGranted ? clientId : got(row.given(), sighting);
        return new Reason(known.where(), known.rule(), known.message(), known.expected(), got, known.place());
    }

    private static String got(Given given, @Nullable Sighting sighting) {
        if (given instanceof Given.AtLimit) {
            return "more than that";
        }
        return sighting == null ? given.toString() : sighting.toString();
    }

    private Reason reason(Operation operation, Decision row) {
        String message = row + " decides";
        return new Reason(
                where(operation, row.given()), "decision", message, expected(operation, row), null, row.place());
    }

    /** The member that names what the row speaks of, if the request has one. */
    private String where(Operation operation, Given given) {
        if (given instanceof Given.NotGranted) {
            return contract.headers().clientId();
        }
        Resource kind = contract.lifecycle().resource(String.valueOf(given.resource()));
        String member = given instanceof Given.AtLimit ? kind.listedIn() : kind.key();
        boolean isNamed = given instanceof Given.AtLimit || operation.subjects().contains(kind);
        return member == null || !isNamed ? "" : Pointers.child("", member);
    }

    /** What would bring a success. */
    private String expected(Operation operation, Decision row) {
        if (row.given() instanceof Given.NotGranted) {
            return contract.demo().clients().stream()
                    .filter(client -> client.enabled() && client.isGranted(operation.id()))
                    .map(Demo.Client::id)
                    .collect(Collectors.joining(", ", "a client that may, of the demo data: ", ""));
        }
        if (row.given() instanceof Given.AtLimit limit) {
            return limits(contract.lifecycle().resource(limit.resource()));
        }
        return operation.decisions().stream()
                .filter(other -> other.answer().isSuccess())
                .map(other -> other.given() + " (row " + other.row() + " answers " + other.answer() + ")")
                .collect(Collectors.joining(" or "));
    }

    private static String limits(Resource kind) {
        List<String> limits = new ArrayList<>();
        if (kind.perOwner() != null) {
            limits.add(kind.perOwner() + " of each client");
        }
        if (kind.perParent() != null) {
            limits.add(kind.perParent() + " in all");
        }
        String below = kind.within() == null ? "" : " in one " + kind.within();
        return "at most " + String.join(", ", limits) + " of " + kind.name() + below;
    }
}
