package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.mock.lifecycle.Sandbox;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * For each operation a call that is granted whenever it is sent: to a tenant that lives for that request only. Each was tried
 * on the demo data when it was first asked for. Safe for use by several threads.
 */
final class GrantedCalls {

    private static final String TENANT = "X-Mock-Tenant";
    private static final String ONE_REQUEST_ONLY = "new";

    private final Contract contract;
    private final Supplier<URI> base;
    private final Map<String, Optional<String>> commands = new ConcurrentHashMap<>();

    /** @param base where paths begin; asked for when a call is first shown */
    GrantedCalls(Contract contract, Supplier<URI> base) {
        this.contract = contract;
        this.base = base;
    }

    /** As a shell command; empty if nothing in the demo data is granted. */
    Optional<String> curl(Operation operation) {
        return commands.computeIfAbsent(operation.id(), id -> find(operation).map(call -> curl(operation, call)));
    }

    private Optional<DemoCalls.Call> find(Operation operation) {
        return new DemoCalls(contract)
                .of(operation)
                .filter(call -> call.client().isGranted(operation.id()))
                .filter(call -> isGranted(operation, call))
                .findFirst();
    }

    private boolean isGranted(Operation operation, DemoCalls.Call call) {
        return new Sandbox(contract, InstantSource.system(), UUID::randomUUID)
                .decide(operation, call.client().id(), call.body())
                .decision()
                .answer()
                .isSuccess();
    }

    private String curl(Operation operation, DemoCalls.Call call) {
        Curl granted = new Curl(
                operation.method(),
                operation.path(),
                new DemoCalls(contract).headersOf(call.client()),
                call.body().toString());
        return granted.with(TENANT, ONE_REQUEST_ONLY).line(base.get());
    }
}
