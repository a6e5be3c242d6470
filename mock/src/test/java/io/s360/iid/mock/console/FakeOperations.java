package io.s360.iid.mock.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.s360.iid.mock.console.FakeTenant.Child;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A few answers of the contract, enough for a page to have something to show. */
final class FakeOperations {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SSO = "/middleware/api/external/sso/session/";
    private static final Map<String, String> OPERATIONS = Map.of(
            "/middleware/api/external/sso/context",
            "GetContext",
            SSO + "create",
            "CreateChildSession",
            SSO + "get",
            "GetChildSession",
            SSO + "refresh",
            "RefreshChildSession",
            SSO + "validate",
            "ValidateChildSession",
            SSO + "logout",
            "LogoutChildSession",
            "/middleware/api/external/messages/add",
            "AddMessages");
    private static final String CURL = "curl --location --request POST 'http://localhost:4010" + SSO + "validate' \\\n"
            + "  --header 'X-IID-API-KEY: demo-tibco-key' \\\n  --header 'X-IID-CLIENT-ID: TIBCO_CONSUMER' \\\n"
            + "  --header 'Content-Type: application/json' \\\n"
            + "  --data-raw '{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"" + FakeTenant.CHILD + "\"}'";

    /** An answer that is about to be given. */
    record Given(
            int status,
            String answer,
            String verdict,
            @Nullable Object data,
            List<Map<String, String>> reasons) {}

    private FakeOperations() {}

    static Map.Entry<Integer, byte[]> answer(FakeTenant tenant, HttpExchange exchange, byte[] body) {
        Given given = decide(tenant, exchange, body);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("code", given.status() < 300 ? 0 : given.status() * 100 + 1);
        envelope.put("desc", Map.of("en", given.answer(), "ar", given.answer()));
        envelope.put("data", given.data());
        String text = JSON.writeValueAsString(envelope);
        tenant.keep(record(exchange, body, given, text));
        return Map.entry(given.status(), text.getBytes(UTF_8));
    }

    private static Map<String, Object> record(HttpExchange exchange, byte[] body, Given given, String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name, name.equalsIgnoreCase("X-IID-API-KEY") ? "***" : values.get(0)));
        Map<String, Object> record = new LinkedHashMap<>();
        String path = exchange.getRequestURI().getPath();
        record.put("method", exchange.getRequestMethod());
        record.put("path", path);
        record.put("headers", headers);
        String sent = new String(body, UTF_8);
        record.put("body", sent.replaceAll("(\"sessionToken\"\\s*:\\s*\")[^\"]*", "$1***"));
        record.put("status", given.status());
        record.put("answerHeaders", Map.of("Content-Type", "application/json"));
        record.put("answerBody", text);
        record.put("operation", operation(path));
        record.put("answer", given.answer());
        record.put("verdict", given.verdict());
        record.put("reasons", given.reasons());
        record.put("curl", given.status() < 300 ? null : CURL);
        return record;
    }

    private static @Nullable String operation(String path) {
        return OPERATIONS.get(path);
    }

    private static Given decide(FakeTenant tenant, HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        if (operation(path) == null) {
            return refused(
                    404,
                    "resource-not-found",
                    List.of(reason("", "path", "No operation has this path.", "one of 7 paths", path)));
        }
        String preferred = exchange.getRequestHeaders().getFirst("Prefer");
        if (preferred != null) {
            String answer = preferred.substring(preferred.indexOf('=') + 1);
            return new Given(FakeCatalogue.ANSWERS.getOrDefault(answer, 429), answer, "rehearsed", null, List.of());
        }
        if (!"demo-tibco-key".equals(exchange.getRequestHeaders().getFirst("X-IID-API-KEY"))) {
            String told = "The client is unknown, or its key is wrong.";
            return refused(
                    401,
                    "client-auth-failed",
                    List.of(reason("X-IID-API-KEY", "client", told, "a demo client's key", "***")));
        }
        JsonNode sent = read(body);
        if (sent == null) {
            String told = "Line 1, column 2: unexpected end of the text.";
            return refused(400, "malformed-json", List.of(reason("", "json", told, "one JSON text", "")));
        }
        List<Map<String, String>> faults = faults(sent, path);
        return faults.isEmpty() ? perform(tenant, path, sent) : refused(400, "validation-failed", faults);
    }

    private static Given perform(FakeTenant tenant, String path, JsonNode sent) {
        if (path.endsWith("create")) {
            return granted("created", Map.of("sessionId", tenant.create().id()));
        }
        Child child = tenant.child(sent.path("sessionId").asString(""));
        boolean isValid = child != null && child.endedBy(tenant.now()) == null;
        if (path.endsWith("validate")) {
            return granted(isValid ? "valid" : "not-valid", Map.of("valid", isValid));
        }
        if (!isValid || child == null) {
            Map<String, String> why = reason(
                    "/sessionId",
                    "childSession ENDED by LOGOUT",
                    "The child session has ended.",
                    "childSession ACTIVE",
                    "childSession ENDED by LOGOUT");
            return refused(401, "already-logged-out", List.of(why));
        }
        tenant.end(child);
        return granted("logged-out", Map.of("success", true));
    }

    private static List<Map<String, String>> faults(JsonNode sent, String path) {
        List<Map<String, String>> faults = new ArrayList<>();
        if (!sent.path("sessionToken").isString()) {
            faults.add(reason(
                    "/sessionToken",
                    "type",
                    "The member must be a text.",
                    "type: string",
                    sent.path("sessionToken").getNodeType().name()));
        }
        if (!path.endsWith("create") && !sent.has("sessionId")) {
            faults.add(reason("", "required", "The member sessionId is missing.", "required: sessionId", "absent"));
        }
        return faults;
    }

    private static @Nullable JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException broken) {
            return null;
        }
    }

    private static Given granted(String answer, Object data) {
        return new Given(200, answer, "granted", data, List.of());
    }

    private static Given refused(int status, String answer, List<Map<String, String>> reasons) {
        return new Given(status, answer, "refused", null, reasons);
    }

    private static Map<String, String> reason(String where, String rule, String message, String expected, String got) {
        return Map.of(
                "where",
                where,
                "rule",
                rule,
                "message",
                message,
                "expected",
                expected,
                "got",
                got,
                "place",
                "s360-iid.yaml:440");
    }
}
