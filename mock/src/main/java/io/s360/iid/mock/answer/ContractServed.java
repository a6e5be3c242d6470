package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.RequestRules;
import io.s360.iid.mock.client.DemoClients;
import io.s360.iid.mock.lifecycle.Sandbox;
import io.s360.iid.mock.refusal.Explainer;
import io.s360.iid.mock.refusal.Secrets;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** A contract with a life-cycle, served to any number of tenants. */
public final class ContractServed implements Served {

    private final Contract contract;
    private final RequestRules rules;
    private final Rehearsal rehearsal;
    private final Explainer explainer;
    private final Secrets secrets;
    private final Set<String> headerNames;

    /** @param base where the mock can be reached; asked for when a refusal first offers a call */
    public ContractServed(Contract contract, Supplier<URI> base) {
        this.contract = contract;
        this.rules = new RequestRules(contract);
        this.secrets = new Secrets(contract);
        this.explainer = new Explainer(contract, rules, base);
        this.rehearsal = new Rehearsal(contract, explainer);
        this.headerNames = namesOfHeaders(contract);
    }

    public Contract contract() {
        return contract;
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    @Override
    public World newWorld(InstantSource clock, Supplier<UUID> ids) {
        return new ContractWorld(
                this,
                new DemoClients(contract.demo().clients(), clock),
                new Sandbox(contract, clock, ids),
                () -> ids.get().toString());
    }

    /** Its fault can be in a header only, where HTTP looks first. */
    @Override
    public Reply replyToNoRequest() {
        return outOfTurn(contract.check(Check.Kind.HEADERS).orElseThrow().answer());
    }

    @Override
    public Reply replyToFault() {
        return outOfTurn(contract.unforeseen());
    }

    private Reply outOfTurn(Answer answer) {
        return Replies.shown(answer)
                .with(contract.headers().traceId(), UUID.randomUUID().toString());
    }

    @Override
    public Set<String> headerNames() {
        return headerNames;
    }

    private static Set<String> namesOfHeaders(Contract contract) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        contract.operations()
                .forEach(operation -> operation
                        .answers()
                        .values()
                        .forEach(answer -> names.addAll(answer.headers().keySet())));
        Rehearsal.ownHeaders().forEach(names::add);
        return Collections.unmodifiableSet(names);
    }

    @Override
    public OptionalInt longestBody(String path) {
        return contract.operationsAt(path).stream()
                .mapToInt(Operation::maxBytes)
                .max();
    }

    RequestRules rules() {
        return rules;
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    Failure failure() {
        return new Failure(contract);
    }

    Explainer explainer() {
        return explainer;
    }
}
