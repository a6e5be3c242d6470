package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.contract.request.RequestRules;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.mock.lifecycle.Outcome;
import java.net.URI;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says why a request got its answer, in full and without its secrets. Safe for use by several threads. */
public final class Explainer {

    private static final int FRAMES = 5;

    private final Contract contract;
    private final RequestReasons requestReasons;
    private final DecisionReasons decisionReasons;
    private final GrantedCalls grantedCalls;
    private final IdentityHashMap<Decision, Account> granted = new IdentityHashMap<>();

    /** @param base where the paths of the offered calls begin; asked for when one is first offered */
    public Explainer(Contract contract, RequestRules rules, Supplier<URI> base) {
        this.contract = contract;
        this.requestReasons = new RequestReasons(contract, rules);
        this.decisionReasons = new DecisionReasons(contract);
        this.grantedCalls = new GrantedCalls(contract, base);
        contract.operations()
                .forEach(operation -> operation.decisions().stream()
                        .filter(row -> row.answer().isSuccess())
                        .forEach(row -> granted.put(row, toGrant(operation, row.answer()))));
    }

    private static Account toGrant(Operation operation, Answer answer) {
        return new Account(Account.Kind.GRANTED, operation.id(), answer.name(), List.of(), null);
    }

    /** A request that kept all rules, and what was decided of it. */
    public Account decided(Operation operation, String clientId, Outcome outcome) {
        Decision row = outcome.decision();
        Account grant = granted.get(row);
        if (grant != null) {
            return grant;
        }
        Reason reason = decisionReasons.of(row, clientId, outcome.sighting());
        return new Account(Account.Kind.REFUSED, operation.id(), row.answer().name(), List.of(reason), curl(operation));
    }

    /**
     * A request that a check has refused: all that is wrong with it, not only what that check found.
     *
     * @throws java.io.UncheckedIOException if the body of the request does not arrive
     */
    public Account refused(Verdict.Refused refused, IncomingRequest request, ClientGate gate) {
        Operation asked = refused.operation();
        Optional<Operation> meant = asked == null ? requestReasons.meant(request) : Optional.of(asked);
        return new Account(
                Account.Kind.REFUSED,
                asked == null ? null : asked.id(),
                refused.answer().name(),
                requestReasons.of(refused, request, gate),
                meant.map(this::curl).orElse(null));
    }

    /**
     * An answer that the caller chose.
     *
     * @param where the header or the member by which it was chosen
     */
    public Account rehearsed(Operation operation, Answer answer, String where) {
        String message = "the request asks for " + answer;
        Reason reason = new Reason(where, "rehearsal", message, null, null, answer.place());
        return new Account(Account.Kind.REHEARSED, operation.id(), answer.name(), List.of(reason), curl(operation));
    }

    /**
     * A choice that cannot be had.
     *
     * @param where the header or the member by which it was chosen
     * @param sentence says so, and what can be had
     */
    public Account notRehearsed(Operation operation, Answer answer, String where, String sentence) {
        Reason reason = new Reason(where, "rehearsal", sentence, null, null, operation.place());
        return new Account(Account.Kind.REFUSED, operation.id(), answer.name(), List.of(reason), curl(operation));
    }

    /** The mock holds as much as it can. */
    public Account full(@Nullable String message) {
        Reason reason = new Reason("", "capacity", String.valueOf(message), null, null, null);
        return new Account(Account.Kind.FAULTED, null, contract.unavailable().name(), List.of(reason), null);
    }

    /** The mock is at fault. What an exception says may quote the request, so only its kind and place stand here. */
    public Account fault(Throwable fault) {
        String frames = Stream.of(fault.getStackTrace())
                .limit(FRAMES)
                .map(frame -> " at " + frame)
                .collect(Collectors.joining());
        Reason reason =
                new Reason("", "fault", "fault in the mock: " + fault.getClass().getName() + frames, null, null, null);
        return new Account(Account.Kind.FAULTED, null, contract.unforeseen().name(), List.of(reason), null);
    }

    private @Nullable String curl(Operation operation) {
        return grantedCalls.curl(operation).orElse(null);
    }
}
