package io.s360.iid.contract.request;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.schema.Schemas;
import java.util.List;
import java.util.Optional;

/**
 * The checks that the contract puts before every decision, in the contract's order. The first that fails refuses the
 * request; nothing after it is looked at. Safe for use by several threads.
 */
public final class RequestRules {

    private final Contract contract;
    private final Schemas schemas;

    public RequestRules(Contract contract) {
        this.contract = contract;
        this.schemas = Schemas.ofOpenApi(contract.root());
    }

    /** Judges a request. The gate is asked, and the body is read, only if the order of the checks comes to it. */
    public Verdict judge(IncomingRequest request, ClientGate gate) {
        return new Judgement(contract, schemas, request, gate).verdict();
    }

    /** The trace id that a request names; empty if it names none, several, or one that breaks its schema. */
    public Optional<String> traceId(IncomingRequest request) {
        String name = contract.headers().traceId();
        List<String> values = request.headers(name);
        HeaderRules rules = new HeaderRules(schemas, request);
        boolean usable = values.size() == 1
                && contract.operations().stream()
                        .flatMap(operation -> operation.headers().stream())
                        .filter(header -> header.name().equalsIgnoreCase(name))
                        .limit(1)
                        .allMatch(header -> rules.violations(header).isEmpty());
        return usable ? Optional.of(values.get(0)) : Optional.empty();
    }
}
