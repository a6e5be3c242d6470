package io.s360.iid.contract.reading;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Trigger;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.StringNode;

/** Whether each value that a trigger can make can be sent, and means nothing else. */
final class TriggerCheck {

    private final Findings findings;
    private final Schemas schemas;
    private final Lifecycle lifecycle;
    private final List<Operation> operations;

    TriggerCheck(Findings findings, Schemas schemas, Lifecycle lifecycle, List<Operation> operations) {
        this.findings = findings;
        this.schemas = schemas;
        this.lifecycle = lifecycle;
        this.operations = operations;
    }

    void check(Demo demo) {
        for (Trigger trigger : demo.triggers()) {
            List<Operation> concerned =
                    operations.stream().filter(trigger::appliesTo).toList();
            if (concerned.isEmpty()) {
                add(trigger, "no request has the member " + trigger.member());
            }
            Set<String> seeded = seededKeys(demo, trigger.member());
            for (Operation operation : concerned) {
                operation.answers().values().forEach(answer -> check(trigger, operation, answer, seeded));
                checkExamples(demo, trigger, operation);
            }
        }
    }

    private Set<String> seededKeys(Demo demo, String member) {
        return lifecycle.resources().values().stream()
                .filter(resource -> member.equals(resource.key()))
                .flatMap(resource -> demo.seedsOf(resource.name()).stream())
                .map(Demo.Seed::key)
                .collect(Collectors.toSet());
    }

    private void check(Trigger trigger, Operation operation, Answer answer, Set<String> seeded) {
        String value = trigger.valueFor(answer);
        if (seeded.contains(value)) {
            add(trigger, "the value " + value + " is the key of a resource of the demo");
        }
        Clause member = operation.requestSchema().get("properties").get(trigger.member());
        for (Violation violation : schemas.violations(StringNode.valueOf(value), member, "trigger")) {
            add(
                    trigger,
                    "the value " + value + " breaks the schema of " + operation.id() + ": " + violation.problem() + " ("
                            + violation.rule() + ")");
        }
    }

    private void checkExamples(Demo demo, Trigger trigger, Operation operation) {
        operation
                .requests()
                .forEach((name, request) -> demo.triggered(operation, request)
                        .ifPresent(answer -> add(
                                trigger,
                                "the request example " + name + " of " + operation.id() + " stands for "
                                        + answer.name())));
    }

    private void add(Trigger trigger, String problem) {
        findings.add(trigger.place(), "x-demo", problem);
    }
}
