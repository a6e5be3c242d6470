package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers with which something goes wrong on purpose. */
record Failure(Contract contract) {

    private static final String RETRY_AFTER = "Retry-After";
    private static final int OVER_THE_RATE = 429;

    /** The answer of this name or status; empty if the request calls no operation, or one without it. */
    Optional<Result> of(IncomingRequest request, String answer, Reason reason) {
        return contract.find(request.method(), request.path())
                .flatMap(operation -> find(operation.answers().values(), answer)
                        .map(found -> Result.asShown(
                                found,
                                retryAfter(found),
                                new Account(
                                        Account.Kind.FAULTED, operation.id(), found.name(), List.of(reason), null))));
    }

    List<String> answersTo(IncomingRequest request) {
        return contract.find(request.method(), request.path())
                .map(operation -> operation.answers().values().stream()
                        .map(Answer::toString)
                        .toList())
                .orElse(List.of());
    }

    boolean exists(String answer) {
        return contract.operations().stream()
                .anyMatch(
                        operation -> find(operation.answers().values(), answer).isPresent());
    }

    private static Optional<Answer> find(Collection<Answer> answers, String nameOrStatus) {
        return answers.stream()
                .filter(answer -> answer.name().equals(nameOrStatus)
                        || String.valueOf(answer.status()).equals(nameOrStatus))
                .findFirst();
    }

    /** Where the contract does not say it. */
    private static Map<String, String> retryAfter(Answer answer) {
        boolean isSaid = answer.headers().keySet().stream().anyMatch(RETRY_AFTER::equalsIgnoreCase);
        return answer.status() != OVER_THE_RATE || isSaid ? Map.of() : Map.of(RETRY_AFTER, "1");
    }
}
