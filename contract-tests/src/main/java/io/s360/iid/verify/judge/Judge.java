package io.s360.iid.verify.judge;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges exchanges: exactly, by the answer that the contract gives, and once more by an independent validator. */
public final class Judge {

    private static final String REFUSAL = "/desc/code";

    private final BodyJudge bodies;
    private final HeaderJudge headers;
    private final LiveJudge live;
    private final IndependentJudge independent;

    public Judge(Contract contract, IndependentJudge independent) {
        this.bodies = new BodyJudge(contract);
        this.headers = new HeaderJudge(contract);
        this.live = new LiveJudge(contract);
        this.independent = independent;
    }

    /** How the response differs from what the case expects, if nothing is known of what was there before. */
    public List<Deviation> deviations(Case tried, Exchange exchange) {
        return deviations(tried, List.of(exchange));
    }

    /**
     * How the last response differs from what the case expects; nothing if it does not. A wrong status explains the rest.
     *
     * @param played all exchanges of the case: what the earlier ones have shown, the last one must agree with
     */
    public List<Deviation> deviations(Case tried, List<Exchange> played) {
        Exchange exchange = played.get(played.size() - 1);
        int expected = tried.expected().status();
        int got = exchange.response().status();
        if (expected != got) {
            return List.of(new Deviation("status", String.valueOf(expected), got + nameIn(exchange)));
        }
        Optional<Answer> other = otherAnswer(tried, exchange);
        if (other.isPresent()) {
            return List.of(new Deviation("answer", named(tried.expected()), named(other.get())));
        }
        List<Deviation> deviations = new ArrayList<>(headers.deviations(tried, exchange));
        if (exchange.request().method().equals("HEAD")) {
            return deviations;
        }
        deviations.addAll(bodies.deviations(tried, exchange));
        if (deviations.isEmpty()) {
            deviations.addAll(live.deviations(tried, played));
        }
        if (deviations.isEmpty()) {
            deviations.addAll(independent.deviations(tried.operation(), exchange.response()));
        }
        return deviations;
    }

    /** The answer of the same status that came instead; empty if it is the one that was due, or none of the operation's. */
    private static Optional<Answer> otherAnswer(Case tried, Exchange exchange) {
        JsonNode body = exchange.response().json();
        if (body == null || isLike(tried.expected(), body, tried.operation())) {
            return Optional.empty();
        }
        return tried.operation().answers().values().stream()
                .filter(answer -> answer.status() == exchange.response().status())
                .filter(answer -> isLike(answer, body, tried.operation()))
                .findFirst();
    }

    /** Whether a body is the example of an answer, whatever its live members say. */
    private static boolean isLike(Answer answer, JsonNode body, Operation operation) {
        JsonNode example = answer.copyOfBody();
        JsonNode got = body.deepCopy();
        operation.decisions().stream()
                .filter(row -> row.answer().equals(answer))
                .flatMap(row -> row.live().keySet().stream())
                .map(pointer -> JsonPointer.compile(pointer.replaceFirst("/[*].*", "")))
                .forEach(live -> List.of(example, got).forEach(json -> leaveOut(json, live)));
        return example.equals(got);
    }

    private static void leaveOut(JsonNode json, JsonPointer pointer) {
        if (json.at(pointer.head()) instanceof ObjectNode object) {
            object.remove(pointer.last().getMatchingProperty());
        }
    }

    private static String named(Answer answer) {
        return answer.status() + " " + answer.body().at(REFUSAL).asString(answer.name());
    }

    /** The name of the refusal that came, for people who compare it with the expected one. */
    private static String nameIn(Exchange exchange) {
        JsonNode body = exchange.response().json();
        String name = body == null ? "" : body.at(REFUSAL).asString("");
        return name.isEmpty() ? "" : " " + name;
    }
}
