package io.s360.iid.mock.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A catalogue as long as the real one; its ways by Prefer lead where they say in every case. */
final class FakeCatalogue {

    private static final String BODY =
            "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"" + FakeTenant.CHILD + "\"}";
    static final Map<String, Integer> ANSWERS = Map.of(
            "validation-failed",
            400,
            "malformed-json",
            400,
            "session-expired",
            401,
            "already-logged-out",
            401,
            "too-many-requests",
            429,
            "service-unavailable",
            503,
            "resource-not-found",
            404,
            "not-acceptable",
            406);

    private FakeCatalogue() {}

    static Map<String, Object> of(JsonNode mock) {
        List<Object> entries = new ArrayList<>();
        StreamSupport.stream(mock.get("operations").spliterator(), false)
                .forEach(operation ->
                        ANSWERS.forEach((answer, status) -> entries.add(entry(operation, answer, status))));
        return Map.of("entries", entries);
    }

    private static Map<String, Object> entry(JsonNode operation, String answer, int status) {
        String path = operation.get("path").asString();
        return Map.of(
                "operation",
                operation.get("id").asString(),
                "method",
                "POST",
                "path",
                path,
                "answer",
                answer,
                "status",
                status,
                "place",
                "s360-iid.yaml:412",
                "body",
                Map.of("code", status * 100 + 1, "desc", Map.of("en", "Try again later.", "ar", "حاول لاحقًا.")),
                "ways",
                List.of(
                        way("state", "Log the session out, then do it again.", path, Map.of()),
                        way("prefer", "Ask for it by name.", path, Map.of("Prefer", "example=" + answer)),
                        way("trigger", "Send a session token that stands for it.", path, Map.of("X-Trigger", answer))));
    }

    private static Map<String, Object> way(String by, String says, String path, Map<String, String> more) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.putAll(Map.of(
                "X-IID-API-KEY",
                "demo-tibco-key",
                "X-IID-CLIENT-ID",
                "TIBCO_CONSUMER",
                "Content-Type",
                "application/json"));
        StringBuilder curl = new StringBuilder("curl --location --request POST 'http://localhost:4010" + path + "'");
        headers.forEach((name, value) -> curl.append(" \\\n  --header '")
                .append(name)
                .append(": ")
                .append(value)
                .append('\''));
        curl.append(" \\\n  --data-raw '").append(BODY).append('\'');
        Map<String, Object> step = Map.of("method", "POST", "path", path, "headers", headers, "body", BODY);
        return Map.of("by", by, "says", says, "steps", List.of(step), "curl", curl.toString());
    }
}
