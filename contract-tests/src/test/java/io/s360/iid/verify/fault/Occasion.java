package io.s360.iid.verify.fault;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * When a fault shows: for requests of some {@code operation}, with a {@code header} or {@code body} that a pattern is found
 * in, and when they get some {@code status} or a named {@code answer}. What is not stated does not matter.
 */
record Occasion(Contract contract, JsonNode when) {

    boolean isOf(Request request) {
        return List.of("method", "target", "body").stream().allMatch(part -> matches(part, request))
                && (!when.has("operation")
                        || operation(request).stream()
                                .anyMatch(operation -> operation
                                        .id()
                                        .equals(when.get("operation").asString())))
                && when.path("header").properties().stream()
                        .allMatch(header -> Pattern.compile(header.getValue().asString())
                                .matcher(request.header(header.getKey()))
                                .find());
    }

    private boolean matches(String part, Request request) {
        String text = switch (part) {
            case "method" -> request.method();
            case "target" -> request.target();
            default -> request.text();
        };
        return !when.has(part)
                || Pattern.compile(when.get(part).asString()).matcher(text).find();
    }

    boolean isOf(Request request, Response response) {
        boolean status = !when.has("status") || when.get("status").asInt() == response.status();
        boolean answer = !when.has("answer")
                || answerOf(request, when.get("answer").asString())
                        .filter(expected -> expected.status() == response.status())
                        .filter(expected -> isSame(expected, response))
                        .isPresent();
        return status && answer;
    }

    private static boolean isSame(Answer expected, Response response) {
        JsonNode body = response.json();
        return body != null
                && body.at("/desc").equals(expected.body().at("/desc"))
                && body.at("/data/valid").equals(expected.body().at("/data/valid"));
    }

    /** The operation that a request is for; empty if it is for none. */
    Optional<Operation> operation(Request request) {
        String path = request.target().replaceFirst("[?].*", "");
        return contract.operationsAt(path).stream().findFirst();
    }

    /** An answer of the operation that a request is for. */
    Optional<Answer> answerOf(Request request, String name) {
        return operation(request).map(operation -> operation.answers().get(name));
    }
}
