package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.mock.client.DemoClients;
import io.s360.iid.mock.lifecycle.Outcome;
import io.s360.iid.mock.lifecycle.ResourceView;
import io.s360.iid.mock.lifecycle.Sandbox;
import io.s360.iid.mock.lifecycle.SandboxFull;
import io.s360.iid.mock.lifecycle.SandboxLeft;
import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The way of a request through the contract, for one tenant: its checks, the decision, the answer. */
final class ContractWorld implements World {

    private final ContractServed served;
    private final Contract contract;
    private final DemoClients clients;
    private final Sandbox sandbox;
    private final Supplier<String> traceIds;

    ContractWorld(ContractServed served, DemoClients clients, Sandbox sandbox, Supplier<String> traceIds) {
        this.served = served;
        this.contract = served.contract();
        this.clients = clients;
        this.sandbox = sandbox;
        this.traceIds = traceIds;
    }

    @Override
    public Answered answer(MockRequest request) {
        return toAnswered(request, resultOf(request));
    }

    private Answered toAnswered(MockRequest request, Result result) {
        String traceId = served.rules().traceId(request).orElseGet(traceIds);
        return new Answered(
                result.toReply(contract.headers().traceId(), traceId), result.account(), traceId, result.request());
    }

    @Override
    public Optional<Answered> fail(MockRequest request, String answer, Reason reason) {
        return served.failure().of(request, answer, reason).map(result -> toAnswered(request, result));
    }

    @Override
    public List<String> answersTo(MockRequest request) {
        return served.failure().answersTo(request);
    }

    @Override
    public boolean hasAnswer(String answer) {
        return served.failure().exists(answer);
    }

    @Override
    public Answered refuse(MockRequest request, Reason reason) {
        Answer answer = contract.check(Check.Kind.HEADERS).orElseThrow().answer();
        Account account = new Account(Account.Kind.REFUSED, null, answer.name(), List.of(reason), null);
        return toAnswered(request, Result.asShown(answer, Map.of(Answered.REASON, reason.message()), account));
    }

    @Override
    public void reset() {
        sandbox.reset();
        clients.reset();
    }

    @Override
    public JsonNode exportState() {
        return sandbox.exportState();
    }

    @Override
    public void importState(JsonNode state) {
        sandbox.importState(state);
    }

    @Override
    public void seed(JsonNode state) {
        sandbox.seed(state);
    }

    @Override
    public JsonNode leave() {
        return sandbox.leave();
    }

    @Override
    public List<String> adopt(JsonNode state) {
        return sandbox.adopt(state);
    }

    @Override
    public int size() {
        return sandbox.size();
    }

    @Override
    public List<ResourceView> resources() {
        return sandbox.resources();
    }

    private Result resultOf(MockRequest request) {
        try {
            return served.rehearsal().of(request).orElseGet(() -> judge(request));
        } catch (UncheckedIOException | SandboxLeft gone) {
            throw gone;
        } catch (SandboxFull full) {
            return Result.asShown(
                    contract.unavailable(), Map.of(), served.explainer().full(full.getMessage()));
        } catch (RuntimeException | StackOverflowError fault) {
            return Result.asShown(
                    contract.unforeseen(), Map.of(), served.explainer().fault(fault));
        }
    }

    private Result judge(MockRequest request) {
        Verdict verdict = served.rules().judge(request, clients);
        return verdict instanceof Verdict.Accepted accepted
                ? served.rehearsal()
                        .of(accepted)
                        .map(chosen -> uncounted(chosen, accepted))
                        .orElseGet(() -> decide(accepted))
                : refuse((Verdict.Refused) verdict, request);
    }

    private Result uncounted(Result chosen, Verdict.Accepted accepted) {
        clients.giveBack(accepted.clientId());
        return chosen;
    }

    private Result decide(Verdict.Accepted accepted) {
        Outcome outcome = sandbox.decide(accepted.operation(), accepted.clientId(), accepted.body());
        return new Result(
                outcome.decision().answer(),
                outcome.body(),
                Map.of(),
                served.explainer().decided(accepted.operation(), accepted.clientId(), outcome),
                accepted.body());
    }

    private Result refuse(Verdict.Refused refused, MockRequest request) {
        return Result.asShown(
                refused.answer(), refused.headers(), served.explainer().refused(refused, request, clients));
    }
}
