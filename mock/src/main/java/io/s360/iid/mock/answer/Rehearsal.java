package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.mock.refusal.Explainer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer that a caller chooses with {@code Prefer}. It stands directly behind path and method: a chosen answer is
 * given whatever else the request has or lacks, credentials included, and nothing lives, ends or is counted by it.
 */
record Rehearsal(Contract contract, Explainer explainer) {

    private static final String APPLIED = "Preference-Applied";
    private static final String REASON = "X-Mock-Reason";

    /** The headers that only a mock answers with. */
    static Stream<String> ownHeaders() {
        return Stream.of(APPLIED, REASON);
    }

    /** The chosen answer; empty if the request names no operation or chooses none. */
    Optional<Result> of(IncomingRequest request) {
        Preference preference = Preference.of(request.headers(Preference.HEADER));
        return preference.isNone()
                ? Optional.empty()
                : contract.operationsAt(request.path()).stream()
                        .filter(operation -> operation.method().equals(request.method()))
                        .findFirst()
                        .map(operation -> choose(operation, preference));
    }

    private Result choose(Operation operation, Preference preference) {
        return operation.answers().values().stream()
                .filter(answer -> isMeant(answer, preference))
                .findFirst()
                .map(answer -> Result.asShown(
                        answer,
                        Map.of(APPLIED, applied(answer, preference)),
                        explainer.rehearsed(operation, answer, Preference.HEADER)))
                .orElseGet(() -> refuse(operation));
    }

    private static boolean isMeant(Answer answer, Preference preference) {
        boolean isNamed = preference.example() == null || preference.example().equals(answer.name());
        boolean hasStatus = preference.code() == null || preference.code().equals(String.valueOf(answer.status()));
        return isNamed && hasStatus;
    }

    private static String applied(Answer answer, Preference preference) {
        String example = preference.example() == null ? "" : "example=" + answer.name();
        String code = preference.code() == null ? "" : "code=" + answer.status();
        return example + (example.isEmpty() || code.isEmpty() ? "" : ", ") + code;
    }

    private Result refuse(Operation operation) {
        String known =
                operation.answers().values().stream().map(Answer::toString).collect(Collectors.joining(", "));
        String sentence = Preference.HEADER + " names no answer of " + operation.id() + ", which has " + known;
        Check fields = contract.check(Check.Kind.FIELDS).orElseThrow();
        Answer refusal = operation.answer(fields.answer().name());
        return Result.asShown(
                refusal,
                Map.of(REASON, sentence),
                explainer.notRehearsed(operation, refusal, Preference.HEADER, sentence));
    }
}
