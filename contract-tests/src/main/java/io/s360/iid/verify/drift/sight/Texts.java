package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What an answer says that is the same whenever it is given: it must be what one of the contract's answers says. */
final class Texts {

    private static final String NAME = "/desc/code";
    private static final String ENVELOPE = "/desc/";

    private final Seen seen;
    private final Operation operation;

    Texts(Seen seen, Operation operation) {
        this.seen = seen;
        this.operation = operation;
    }

    /** Whether a text stands where the envelope says what an answer means. */
    static boolean isOfEnvelope(String pointer) {
        return pointer.startsWith(ENVELOPE);
    }

    List<Drift> of(JsonNode body, Clause response) {
        List<Answer> named = operation.answers().values().stream()
                .filter(answer -> answer.status() == seen.status())
                .filter(answer -> nameIn(answer.body()).equals(nameIn(body)))
                .toList();
        if (named.isEmpty()) {
            return List.of(unknown(body, response));
        }
        List<Drift> drifts = new ArrayList<>();
        Map<String, JsonNode> texts = new TreeMap<>();
        collect(named.get(0).body(), "", texts);
        texts.forEach((pointer, text) -> {
            boolean isSame =
                    named.stream().allMatch(answer -> answer.body().at(pointer).equals(text));
            JsonNode got = body.at(pointer);
            boolean isComparable =
                    got.getNodeType() == text.getNodeType() && (isOfEnvelope(pointer) || !got.isString());
            if (isSame && isComparable && !isLive(named, pointer) && !got.equals(text)) {
                drifts.add(other(named.get(0), pointer, text, got));
            }
        });
        return drifts;
    }

    private static String nameIn(JsonNode body) {
        return body.at(NAME).asString("");
    }

    private static void collect(JsonNode node, String at, Map<String, JsonNode> texts) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(member.getValue(), at + "/" + member.getKey(), texts));
        } else if (!node.isArray()) {
            texts.put(at, node);
        }
    }

    private boolean isLive(List<Answer> named, String pointer) {
        return operation.decisions().stream()
                .filter(decision -> named.contains(decision.answer()))
                .map(Decision::live)
                .flatMap(live -> live.keySet().stream())
                .anyMatch(live -> (pointer + "/").startsWith(live + "/"));
    }

    private Drift unknown(JsonNode body, Clause response) {
        Shape shape = seen.shapeOf(
                body, (at, text) -> isOfEnvelope(at) && seen.discretion().isSentence(text));
        Clause media = response.get("content").get("application/json");
        String name = seen.refusal();
        Cause cause = new Cause(Kind.UNKNOWN_ANSWER, Cause.Side.ANSWER, Spot.of(media), name);
        String expected =
                "one of " + String.join(", ", media.get("examples").members().keySet());
        return new Drift(
                cause,
                operation,
                seen.status(),
                NAME,
                media.placeOf("/examples"),
                media.provenance(),
                Spot.of(media),
                expected,
                name.isEmpty() ? "a refusal whose name is not told" : name,
                Set.of(),
                Evidence.of(shape));
    }

    private Drift other(Answer answer, String pointer, JsonNode expected, JsonNode got) {
        boolean isTold = isOfEnvelope(pointer) || got.isNumber() || got.isBoolean();
        Shape shape =
                seen.shapeOf(got, (at, text) -> isTold && seen.discretion().isSentence(text));
        Spot spot = new Spot(answer.place().file(), "/value" + pointer);
        return new Drift(
                new Cause(Kind.OTHER_TEXT, Cause.Side.ANSWER, spot, pointer),
                operation,
                seen.status(),
                pointer,
                answer.place(),
                answer.provenance(),
                spot,
                expected.toString(),
                shape.words().stream().findFirst().orElseGet(() -> SchemaDrifts.kindOf(got)),
                Set.of(),
                Evidence.of(shape));
    }
}
