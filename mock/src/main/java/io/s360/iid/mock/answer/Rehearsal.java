package io.s360.iid.mock.answer;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Trigger;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.contract.request.Verdict;
import io.s360.iid.contract.source.Pointers;
import io.s360.iid.mock.refusal.Explainer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The answer that a caller chooses: with {@code Prefer}, or with a value that the contract declares as a trigger. Nothing
 * lives, ends or is counted by it.
 */
record Rehearsal(Contract contract, Explainer explainer) {

    private static final String APPLIED = "Preference-Applied";
    private static final String REASON = "X-Mock-Reason";
    private static final int LONGEST_HEADER = 900;

    /** The headers that only a mock answers with. */
    static Stream<String> ownHeaders() {
        return Stream.of(APPLIED, REASON);
    }

    /**
     * The answer that a header chooses; empty if the request names no operation or chooses none. It stands directly behind path
     * and method: it is given whatever else the request has or lacks, credentials included.
     */
    Optional<Result> of(IncomingRequest request) {
        Preference preference = Preference.of(request.headers(Preference.HEADER));
        return preference.isNone()
                ? Optional.empty()
                : contract.find(request.method(), request.path()).map(operation -> choose(operation, preference));
    }

    /** The answer that a member chooses of a request which has passed all checks; empty if none does. */
    Optional<Result> of(Verdict.Accepted accepted) {
        for (Trigger trigger : contract.demo().triggers()) {
            JsonNode value = accepted.body().path(trigger.member());
            if (value.isString() && fits(trigger, value.stringValue())) {
                Optional<Result> chosen = choose(accepted, trigger, value.stringValue());
                if (chosen.isPresent()) {
                    return chosen;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Trigger trigger, String value) {
        return value.length() > trigger.before().length() + trigger.after().length()
                && value.startsWith(trigger.before())
                && value.endsWith(trigger.after());
    }

    private Optional<Result> choose(Verdict.Accepted accepted, Trigger trigger, String value) {
        Operation operation = accepted.operation();
        String where = Pointers.child("", trigger.member());
        Optional<Result> chosen = contract.demo()
                .triggered(operation, accepted.body())
                .map(answer -> Result.asShown(answer, Map.of(), explainer.rehearsed(operation, answer, where)));
        boolean isOrdinary = (trigger.before() + trigger.after()).isEmpty() || isOfContract(trigger.member(), value);
        return chosen.isPresent() || isOrdinary ? chosen : Optional.of(refuse(operation, where));
    }

    /** A value that the demo data or an example has is meant as it is, however it looks. */
    private boolean isOfContract(String member, String value) {
        return Stream.concat(
                        contract.demo().seeds().values().stream()
                                .flatMap(seeds -> seeds.stream().map(Demo.Seed::key)),
                        contract.operations().stream()
                                .flatMap(operation -> operation.requests().values().stream()
                                        .map(body -> body.path(member).asString(""))))
                .anyMatch(value::equals);
    }

    private Result choose(Operation operation, Preference preference) {
        return operation.answers().values().stream()
                .filter(answer -> isMeant(answer, preference))
                .findFirst()
                .map(answer -> Result.asShown(
                        answer,
                        Map.of(APPLIED, applied(answer, preference)),
                        explainer.rehearsed(operation, answer, Preference.HEADER)))
                .orElseGet(() -> refuse(operation, Preference.HEADER));
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

    private Result refuse(Operation operation, String where) {
        String known =
                operation.answers().values().stream().map(Answer::toString).collect(Collectors.joining(", "));
        String sentence = where + " names no answer of " + operation.id() + ", which has " + known;
        Check fields = contract.check(Check.Kind.FIELDS).orElseThrow();
        Answer refusal = operation.answer(fields.answer().name());
        return Result.asShown(
                refusal,
                Map.of(REASON, inHeader(sentence)),
                explainer.notRehearsed(operation, refusal, where, sentence));
    }

    /** As much of a list as a header can hold, in whole items. */
    private static String inHeader(String sentence) {
        return sentence.length() <= LONGEST_HEADER
                ? sentence
                : sentence.substring(0, sentence.lastIndexOf(", ", LONGEST_HEADER)) + ", ...";
    }
}
