package io.s360.iid.mock.stub;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The answers of one operation as stubs: chosen before the checks, chosen behind them, and those of the examples. */
final class PlainAnswers {

    private static final int BY_EXAMPLE = 1;
    private static final int BY_CODE = 2;
    private static final int BY_NOTHING_KNOWN = 3;

    private static final String BEGIN = "(?i)(?s)(?:.*[,; \\t])?";
    private static final String END = "(?:[,; \\t].*)?";
    private static final String IS = "[ \\t]*=[ \\t]*\"?";
    private static final int LONGEST_HEADER = 900;

    private final Contract contract;
    private final Operation operation;
    private final List<PlainMapping> stubs = new ArrayList<>();

    private PlainAnswers(Contract contract, Operation operation) {
        this.contract = contract;
        this.operation = operation;
    }

    /** @param behindChecks the priority of the first that comes behind the checks */
    static List<PlainMapping> of(Contract contract, Operation operation, int behindChecks) {
        PlainAnswers answers = new PlainAnswers(contract, operation);
        answers.addPreferences();
        answers.addTriggers(behindChecks);
        answers.addExamples(behindChecks + 2);
        return answers.stubs;
    }

    private void addPreferences() {
        Set<Integer> statuses = new HashSet<>();
        for (Answer answer : operation.answers().values()) {
            String otherCode = "(?!" + BEGIN + "code" + IS + "(?!" + answer.status() + "\"?" + END + "$).*)";
            String example = otherCode + BEGIN + "example" + IS + Asked.literally(answer.name()) + "\"?" + END;
            addPreference("example-" + answer.name(), BY_EXAMPLE, example, answer, "example=" + answer.name());
            if (statuses.add(answer.status())) {
                String code = "(?!" + BEGIN + "example[ \\t]*(?:=|[,;]|$))" + BEGIN + "code" + IS + answer.status()
                        + "\"?" + END;
                addPreference("code-" + answer.status(), BY_CODE, code, answer, "code=" + answer.status());
            }
        }
        String known =
                operation.answers().values().stream().map(Answer::toString).collect(Collectors.joining(", "));
        String reason = "Prefer names no answer of " + operation.id() + ", which has " + known;
        String any = BEGIN + "(?:example|code)(?:[ \\t]*=.*|" + END + ")";
        stubs.add(PlainMapping.of(
                        operation,
                        "prefer-nothing",
                        BY_NOTHING_KNOWN,
                        Asked.header("Prefer", Asked.matching(any)),
                        refusal())
                .answering("X-Mock-Reason", reason.substring(0, Math.min(reason.length(), LONGEST_HEADER))));
    }

    private void addPreference(String by, int priority, String regex, Answer answer, String applied) {
        JsonNode asked = Asked.header("Prefer", Asked.matching(regex));
        stubs.add(PlainMapping.of(operation, "prefer-" + by, priority, asked, answer)
                .answering("Preference-Applied", applied));
    }

    private Answer refusal() {
        return operation.answer(
                contract.check(Check.Kind.FIELDS).orElseThrow().answer().name());
    }

    private void addTriggers(int priority) {
        for (Trigger trigger : contract.demo().triggers()) {
            if (trigger.appliesTo(operation)) {
                for (Answer answer : operation.answers().values()) {
                    JsonNode asked = Asked.body(Asked.member(trigger.member(), trigger.valueFor(answer)));
                    stubs.add(PlainMapping.of(
                            operation, "trigger-" + trigger.member() + "-" + answer.name(), priority, asked, answer));
                }
            }
        }
    }

    /** What is refused to a client first, then the examples of requests that have an answer, and the success for all others. */
    private void addExamples(int priority) {
        operation.decisions().stream()
                .filter(row -> row.given() instanceof Given.NotGranted)
                .findFirst()
                .ifPresent(row -> addNotGranted(priority, row));
        operation.requests().forEach((name, request) -> {
            Answer answer = operation.answers().get(name);
            if (answer != null && !answer.equals(operation.success())) {
                ObjectNode pattern = JsonNodeFactory.instance.objectNode();
                pattern.set("equalToJson", request);
                stubs.add(PlainMapping.of(operation, "example-" + name, priority + 1, Asked.body(pattern), answer));
            }
        });
        stubs.add(PlainMapping.of(operation, "success", priority + 2, null, operation.success()));
    }

    private void addNotGranted(int priority, Decision row) {
        String header = contract.headers().clientId();
        for (Demo.Client client : contract.demo().clients()) {
            if (!client.isGranted(operation.id())) {
                JsonNode asked = Asked.header(header, Asked.equalTo(client.id()));
                stubs.add(PlainMapping.of(operation, "not-granted-" + client.id(), priority, asked, row.answer()));
            }
        }
    }
}
