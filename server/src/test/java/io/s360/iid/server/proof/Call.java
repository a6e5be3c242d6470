package io.s360.iid.server.proof;

import io.s360.iid.server.proof.history.Kind;
import io.s360.iid.server.proof.history.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what an answer says. */
final class Call {

    private Call() {}

    static Outcome outcome(Kind kind, Wire.Answer answer) {
        int status = answer.status();
        if (status == 0) {
            return Outcome.broken();
        }
        if (status != 200 && status != 201) {
            JsonNode body = answer.body();
            return Outcome.refused(
                    status, body.at("/desc/code").asString(body.path("error").asString("")));
        }
        JsonNode data = answer.body().path("data");
        return switch (kind) {
            case VALIDATE -> data.path("valid").booleanValue() ? timed(data) : Outcome.notValid();
            case CREATE, GET, REFRESH -> timed(data);
            case MESSAGES -> numbered(data.path("messages"));
            default -> Outcome.success();
        };
    }

    private static Outcome timed(JsonNode data) {
        return Outcome.success().until(instant(data, "expiresAt"), instant(data, "maxExpiresAt"));
    }

    private static @Nullable Instant instant(JsonNode data, String member) {
        return data.path(member).isString() ? Instant.parse(data.path(member).asString()) : null;
    }

    private static Outcome numbered(JsonNode messages) {
        return Outcome.success()
                .numbered(
                        messages.path(0).path("sequence").intValue(),
                        messages.path(messages.size() - 1).path("sequence").intValue() + 1);
    }
}
