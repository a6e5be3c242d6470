package io.s360.iid.contract.reading;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code x-decisions} of one operation. */
final class DecisionReader {

    private final Findings findings;
    private final Sentences sentences;
    private final String operation;
    private final Map<String, Answer> answers;

    DecisionReader(Findings findings, Lifecycle lifecycle, String operation, Map<String, Answer> answers) {
        this.findings = findings;
        this.sentences = new Sentences(findings, lifecycle, operation);
        this.operation = operation;
        this.answers = answers;
    }

    /** The rows that can be read; what is wrong with the others has been found. */
    List<Decision> read(Clause table) {
        List<Decision> decisions = new ArrayList<>();
        int row = 0;
        for (Clause clause : table.items()) {
            row++;
            Optional<Given> given = sentences.given(clause.get("given"));
            Optional<Answer> answer = toAnswer(clause.get("answer"));
            if (given.isPresent() && answer.isPresent()) {
                decisions.add(toDecision(row, clause, given.get(), answer.get()));
            }
        }
        return decisions;
    }

    private Decision toDecision(int row, Clause clause, Given given, Answer answer) {
        List<Effect> then = new ArrayList<>();
        clause.find("then")
                .ifPresent(effects -> effects.items()
                        .forEach(effect -> sentences.effect(effect).ifPresent(then::add)));
        return new Decision(row, given, answer, then, toLive(clause, answer), clause.place(), clause.provenance());
    }

    private Optional<Answer> toAnswer(Clause clause) {
        Optional<Answer> answer = Optional.ofNullable(answers.get(clause.text()));
        if (answer.isEmpty()) {
            add(clause, "the decision names the example " + clause.text() + ", which no response of it declares");
        }
        return answer;
    }

    private Map<String, Decision.LiveValue> toLive(Clause clause, Answer answer) {
        Map<String, Decision.LiveValue> live = new LinkedHashMap<>();
        clause.find("live")
                .ifPresent(table -> table.members().forEach((pointer, source) -> {
                    String[] parts = source.text().split("\\.", 2);
                    Decision.LiveValue value = new Decision.LiveValue(parts[0], parts[1]);
                    checkLive(source, pointer, answer, value);
                    live.put(pointer, value);
                }));
        return live;
    }

    private void checkLive(Clause source, String pointer, Answer answer, Decision.LiveValue value) {
        if (answer.body().at(pointer.replace("/*", "/0")).isMissingNode()) {
            add(source, "the example " + answer.name() + " has nothing at " + pointer);
        }
        sentences.resource(source, value.resource()).ifPresent(resource -> {
            String attribute = value.attribute().split("/", 2)[0];
            boolean known = resource.builtInAttributes().contains(attribute)
                    || resource.attributes().contains(attribute)
                    || attribute.equals(resource.key());
            if (!known) {
                add(source, resource.name() + " has no attribute " + attribute);
            }
        });
    }

    private void add(Clause clause, String problem) {
        findings.add(clause.place(), operation, problem);
    }
}
