package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether an answer belongs to its request: what the request names comes back as it was named, and its secret does not. */
final class Belonging {

    /** A shorter key stands in many an answer by chance. */
    private static final int SHORTEST_KEY = 8;

    private static final String OWNER = "owner";

    private final Seen seen;
    private final Operation operation;
    private final List<Drift> drifts = new ArrayList<>();

    Belonging(Seen seen, Operation operation) {
        this.seen = seen;
        this.operation = operation;
    }

    List<Drift> all() {
        trace();
        JsonNode body = seen.exchange().response().json();
        if (seen.isGranted() && body != null) {
            operation.decisions().stream()
                    .filter(decision -> decision.answer().status() == seen.status())
                    .forEach(decision -> names(decision, body));
        }
        secret();
        return drifts;
    }

    private void trace() {
        String name = seen.contract().headers().traceId();
        SentRequest request = new SentRequest(seen.exchange().request());
        List<String> sent = request.headers(name);
        List<String> came = seen.exchange().response().header(name);
        boolean isUsable = sent.size() == 1
                && Format.of(sent.get(0)).contains(Format.UUID)
                && sent.get(0).equals(sent.get(0).toLowerCase(Locale.ROOT));
        if (isUsable && came.size() == 1 && !came.equals(sent)) {
            add(Kind.NOT_ECHOED, name, operation.place(), "that of the request", "another one");
        }
    }

    private void names(Decision decision, JsonNode body) {
        decision.live().forEach((pointer, value) -> {
            String expected = expectedOf(value).orElse("");
            String got = body.at(pointer).asString("");
            if (!expected.isEmpty() && !got.isEmpty() && !got.equals(expected)) {
                add(Kind.NOT_ECHOED, pointer, decision.place(), "that of the request", "another one");
            }
        });
    }

    private Optional<String> expectedOf(Decision.LiveValue value) {
        if (value.attribute().equals(OWNER)) {
            return new SentRequest(seen.exchange().request())
                    .headers(seen.contract().headers().clientId()).stream().findFirst();
        }
        JsonNode sent = seen.sent();
        return operation.subjects().stream()
                .filter(subject -> value.resource().equals(subject.name()))
                .map(Resource::key)
                .filter(value.attribute()::equals)
                .map(key -> sent == null ? "" : sent.path(key).asString("").toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private void secret() {
        String key = new SentRequest(seen.exchange().request())
                .headers(seen.contract().headers().clientKey()).stream()
                        .findFirst()
                        .orElse("");
        boolean isRepeated = seen.exchange().response().text().contains(key)
                || seen.exchange().response().headers().values().stream()
                        .anyMatch(values -> values.toString().contains(key));
        if (key.length() >= SHORTEST_KEY && isRepeated) {
            add(
                    Kind.SECRET_REPEATED,
                    "",
                    operation.place(),
                    "the key of the client nowhere in the answer",
                    "it is repeated");
        }
    }

    private void add(Kind kind, String where, Place place, String expected, String got) {
        drifts.add(new Drift(
                new Cause(kind, Cause.Side.ANSWER, new Spot(operation.id(), ""), where),
                operation,
                seen.status(),
                where,
                place,
                operation.provenance(),
                Spot.NONE,
                expected,
                got,
                Set.of(),
                Evidence.NONE));
    }
}
