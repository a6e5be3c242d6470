package io.s360.iid.contract.reading;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.source.Clause;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the named examples of one operation and has them held against their schemas. */
final class AnswerReader {

    private static final String JSON = "application/json";

    private final Findings findings;
    private final Scrutiny scrutiny;
    private final String operation;

    AnswerReader(Findings findings, Scrutiny scrutiny, String operation) {
        this.findings = findings;
        this.scrutiny = scrutiny;
        this.operation = operation;
    }

    /** All answers, by name. */
    Map<String, Answer> readAnswers(Clause responses) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        responses.members().forEach((status, response) -> {
            Clause media = response.get("content").get(JSON);
            Map<String, Clause> examples = examplesOf(media);
            if (examples.isEmpty()) {
                findings.add(media.place(), operation, "the answer " + status + " has no example");
            }
            examples.forEach((name, example) -> {
                Answer answer = toAnswer(name, Integer.parseInt(status), response, media, example);
                if (answers.putIfAbsent(name, answer) != null) {
                    findings.add(example.place(), operation, "two answers are called " + name);
                }
            });
            response.get("headers").members().forEach((name, header) -> checkHeader(header));
        });
        return answers;
    }

    /** The request examples, by case. */
    Map<String, JsonNode> readRequests(Clause requestBody) {
        Map<String, JsonNode> requests = new LinkedHashMap<>();
        Clause media = requestBody.get("content").get(JSON);
        examplesOf(media).forEach((name, example) -> {
            Clause value = example.get("value");
            scrutiny.value(value, media.get("schema"), operation, "the request example " + name);
            requests.put(name, value.value());
        });
        return requests;
    }

    private Answer toAnswer(String name, int status, Clause response, Clause media, Clause example) {
        Clause value = example.get("value");
        scrutiny.value(value, media.get("schema"), operation, "the example " + name + " of the answer " + status);
        return new Answer(
                name,
                status,
                value.value(),
                response.get("headers").members(),
                media.get("schema"),
                value.place(),
                example.provenance());
    }

    private Map<String, Clause> examplesOf(Clause media) {
        Optional<Clause> examples = media.find("examples");
        Map<String, Clause> usable = new LinkedHashMap<>();
        examples.ifPresent(found -> found.members().forEach((name, example) -> {
            scrutiny.example(example);
            if (example.find("value").isPresent()) {
                usable.put(name, example);
            }
        }));
        return usable;
    }

    private void checkHeader(Clause header) {
        scrutiny.value(header.get("example"), header.get("schema"), operation, "the example of the header");
    }
}
