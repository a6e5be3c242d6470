package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an answer shows of the contract of its operation not being kept. */
final class AnswerDrifts {

    private static final String JSON = "application/json";

    private final Seen seen;
    private final Operation operation;
    private final Clause responses;
    private final Texts texts;

    AnswerDrifts(Seen seen, Operation operation) {
        this.seen = seen;
        this.operation = operation;
        this.responses = responsesOf(seen, operation);
        this.texts = new Texts(seen, operation);
    }

    private static Clause responsesOf(Seen seen, Operation operation) {
        String method = operation.method().toLowerCase(Locale.ROOT);
        return seen.contract()
                .root()
                .get("paths")
                .get(operation.path())
                .get(method)
                .get("responses");
    }

    List<Drift> all() {
        Optional<Clause> response = responses.find(String.valueOf(seen.status()));
        if (response.isEmpty()) {
            return List.of(undeclared());
        }
        List<Drift> drifts = new ArrayList<>(new HeaderDrifts(seen).of(response.get()));
        if (!seen.isHead()) {
            drifts.addAll(ofBody(response.get()));
        }
        return drifts;
    }

    private List<Drift> ofBody(Clause response) {
        Clause media = response.get("content").get(JSON);
        JsonNode body = seen.exchange().response().json();
        if (body == null || !hasJsonType()) {
            return List.of(otherMedia(media, body));
        }
        Clause schema = media.get("schema");
        List<Violation> wrong = seen.schemas().violations(body, schema, "answer");
        List<Drift> drifts = new ArrayList<>(
                new SchemaDrifts(seen, Cause.Side.ANSWER, schema, Spot.of(media).child("schema"), body).of(wrong));
        List<String> broken = wrong.stream().map(Violation::where).toList();
        texts.of(body, response).stream()
                .filter(drift -> broken.stream().noneMatch(where -> (drift.where() + "/").startsWith(where + "/")))
                .forEach(drifts::add);
        return drifts;
    }

    private boolean hasJsonType() {
        List<String> types = seen.exchange().response().header("Content-Type");
        return types.size() == 1 && types.get(0).split(";", -1)[0].strip().equalsIgnoreCase(JSON);
    }

    private Drift otherMedia(Clause media, @Nullable JsonNode body) {
        List<String> types = seen.exchange().response().header("Content-Type");
        String type = types.isEmpty()
                ? "no media type"
                : types.get(0).split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        String told = seen.discretion().isClean(type) && type.length() < 80 ? type : "another media type";
        String got = told + (body == null ? ", and a body that is not one JSON text" : "");
        return drift(
                new Cause(Kind.OTHER_MEDIA, Cause.Side.ANSWER, Spot.of(media), told), media, JSON, got, Evidence.NONE);
    }

    private Drift undeclared() {
        Cause cause =
                new Cause(Kind.UNDECLARED_STATUS, Cause.Side.ANSWER, Spot.of(responses), String.valueOf(seen.status()));
        String expected = "one of " + String.join(", ", responses.members().keySet());
        return drift(cause, responses, expected, seen.answer(), new Likeness(seen, responses).evidence());
    }

    private Drift drift(Cause cause, Clause clause, String expected, String got, Evidence evidence) {
        return new Drift(
                cause,
                operation,
                seen.status(),
                "",
                clause.place(),
                clause.provenance(),
                Spot.of(clause),
                expected,
                got,
                Set.of(),
                evidence);
    }
}
