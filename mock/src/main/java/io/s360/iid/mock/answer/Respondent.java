package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.contract.request.RequestRules;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.mock.lifecycle.Sandbox;
import io.s360.iid.mock.lifecycle.SandboxFull;
import io.s360.iid.mock.refusal.Reason;
import io.s360.iid.mock.refusal.RequestLog;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers every request as the contract says. Safe for use by several threads. */
public final class Respondent {

    private final Contract contract;
    private final RequestRules rules;
    private final Rehearsal rehearsal;
    private final ClientGate gate;
    private final Sandbox sandbox;
    private final RequestLog log;
    private final Supplier<UUID> traceIds;

    public Respondent(Contract contract, ClientGate gate, Sandbox sandbox, RequestLog log, Supplier<UUID> traceIds) {
        this.contract = contract;
        this.rules = new RequestRules(contract);
        this.rehearsal = new Rehearsal(contract);
        this.gate = gate;
        this.sandbox = sandbox;
        this.log = log;
        this.traceIds = traceIds;
    }

    /**
     * The answer to a request; what the contract decides has then happened.
     *
     * @throws UncheckedIOException if the body does not arrive, so that nobody waits for an answer
     */
    public Reply reply(IncomingRequest request) {
        String traceId = rules.traceId(request).orElseGet(this::newTraceId);
        Result result = resultOf(request, traceId);
        log.tell(request, traceId, result.answer(), result.reason());
        return toReply(result, traceId);
    }

    /** What a request is told that is no HTTP; its fault can be in a header only, where HTTP looks first. */
    public Reply replyToNoRequest() {
        return toReply(shown(contract.check(Check.Kind.HEADERS).orElseThrow().answer()), newTraceId());
    }

    /** What is told when the mock is at fault, and has said so at the console. */
    public Reply replyToFault(Throwable fault) {
        String traceId = newTraceId();
        log.tellFault(traceId, fault);
        return toReply(shown(contract.unforeseen()), traceId);
    }

    /** The names of all headers that answers may carry beside those that every answer of HTTP has. */
    public Set<String> headerNames() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        contract.operations()
                .forEach(operation -> operation
                        .answers()
                        .values()
                        .forEach(answer -> names.addAll(answer.headers().keySet())));
        Rehearsal.ownHeaders().forEach(names::add);
        return names;
    }

    private Result resultOf(IncomingRequest request, String traceId) {
        try {
            return rehearsal.of(request).orElseGet(() -> judge(request));
        } catch (UncheckedIOException gone) {
            throw gone;
        } catch (SandboxFull full) {
            return Result.asShown(contract.unavailable(), Map.of(), Reason.of(String.valueOf(full.getMessage())));
        } catch (RuntimeException | StackOverflowError fault) {
            log.tellFault(traceId, fault);
            return shown(contract.unforeseen());
        }
    }

    private Result judge(IncomingRequest request) {
        Verdict verdict = rules.judge(request, gate);
        if (verdict instanceof Verdict.Accepted accepted) {
            return Result.of(sandbox.decide(accepted.operation(), accepted.clientId(), accepted.body()));
        }
        return Result.of((Verdict.Refused) verdict);
    }

    private Reply toReply(Result result, String traceId) {
        return result.toReply(contract.headers().traceId(), traceId);
    }

    private String newTraceId() {
        return traceIds.get().toString();
    }

    private static Result shown(Answer answer) {
        return Result.asShown(answer, Map.of(), new Reason(List.of()));
    }
}
