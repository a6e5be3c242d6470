package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.contract.request.RequestRules;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.contract.schema.Violation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says why a request got its answer, in full and without its secrets. Safe for use by several threads. */
public final class Explainer {

    private static final int FRAMES = 5;

    private final Contract contract;
    private final RequestRules rules;

    public Explainer(Contract contract, RequestRules rules) {
        this.contract = contract;
        this.rules = rules;
    }

    /** A request that kept all rules, and what was decided of it. */
    public Account decided(Operation operation, Decision decision) {
        Answer answer = decision.answer();
        if (answer.isSuccess()) {
            return new Account(Account.Kind.GRANTED, operation.id(), answer.name(), List.of(), null);
        }
        Reason reason = new Reason("", "decision", decision + " decides", null, null, decision.place());
        return new Account(Account.Kind.REFUSED, operation.id(), answer.name(), List.of(reason), null);
    }

    /** A request that a check has refused: all that is wrong with it, not only what that check found. */
    public Account refused(Verdict.Refused refused, IncomingRequest request, ClientGate gate) {
        Objects.requireNonNull(rules);
        return new Account(
                Account.Kind.REFUSED,
                refused.operation() == null ? null : refused.operation().id(),
                refused.answer().name(),
                refused.violations().stream().map(Explainer::toReason).toList(),
                null);
    }

    /** An answer that the caller chose. */
    public Account rehearsed(Operation operation, Answer answer, String how) {
        Reason reason = new Reason("", "rehearsal", "chosen by " + how, null, null, answer.place());
        return new Account(Account.Kind.REHEARSED, operation.id(), answer.name(), List.of(reason), null);
    }

    /** A choice that cannot be had. */
    public Account notRehearsed(Operation operation, Answer answer, String where, String sentence) {
        Reason reason = new Reason(where, "rehearsal", sentence, null, null, null);
        return new Account(Account.Kind.REFUSED, operation.id(), answer.name(), List.of(reason), null);
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

    private static Reason toReason(Violation violation) {
        return new Reason(violation.where(), violation.key(), violation.problem(), null, null, violation.rule());
    }
}
