package io.s360.iid.contract.request;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks that the contract puts before every decision, in the contract's order. Safe for use by several threads. */
public final class RequestRules {

    private final Rules rules;
    private final String traceIdName;
    private final Optional<Operation.HeaderParameter> traceId;

    public RequestRules(Contract contract) {
        Schemas schemas = Schemas.ofOpenApi(contract.root());
        Map<String, Route> routes = contract.operations().stream()
                .map(Operation::path)
                .distinct()
                .collect(Collectors.toMap(path -> path, path -> new Route(contract.operationsAt(path))));
        this.rules = new Rules(
                contract.checks(),
                routes,
                contract.root().placeOf("/paths"),
                schemas,
                new MediaTypeRules(),
                new HeaderRules(contract, schemas));
        this.traceIdName = contract.headers().traceId();
        this.traceId = contract.operations().stream()
                .flatMap(operation -> operation.headers().stream())
                .filter(header -> header.name().equalsIgnoreCase(traceIdName))
                .findFirst();
    }

    /**
     * Judges a request. The first check that fails refuses it; nothing after it is looked at. The gate is asked, and the
     * body is read, only if the order of the checks comes to it.
     */
    public Verdict judge(IncomingRequest request, ClientGate gate) {
        return new Judgement(rules, request, gate).verdict();
    }

    /**
     * Tells all that is wrong with a request, for whoever wants to mend it: every check is made that can be made after the
     * ones before it have failed. The gate is asked who the client is, but nothing is taken from its rate; the body is
     * read whoever sends it, up to the limit of its size. Costs more than {@link #judge}, and decides nothing.
     */
    public Examination examine(IncomingRequest request, ClientGate gate) {
        return new Judgement(rules, request, gate).examination();
    }

    /** The trace id that a request names; empty if it names none, several, or one that breaks its schema. */
    public Optional<String> traceId(IncomingRequest request) {
        List<String> values = request.headers(traceIdName);
        boolean usable = values.size() == 1
                && traceId.map(header -> rules.headers().isUsable(request, header))
                        .orElse(true);
        return usable ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** What does not change from one request to the next. */
    record Rules(
            List<Check> checks,
            Map<String, Route> routes,
            Place paths,
            Schemas schemas,
            MediaTypeRules mediaTypes,
            HeaderRules headers) {

        Failure unknownPath(Check check) {
            Violation violation = new Violation(
                    check.kind().key(), "", "is not in the contract", "one of the paths of the contract", paths);
            return new Failure(List.of(violation), Map.of(), Set.of(Check.Kind.values()));
        }
    }
}
