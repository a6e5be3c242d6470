package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.CONTRACT;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.s360.iid.contract.Operation;
import io.s360.iid.server.WireCaller.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that do not keep the contract are refused by its envelope, and change nothing. */
class OutsideTheContractTest {

    private static final String ID = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";
    private static final String PATH = CONTRACT.operation("GetChildSession").path();
    private static final String GOOD = body("\"" + DEMO_TOKEN + "\"", "\"" + ID + "\"");

    private static S360Server server;
    private static WireCaller tibco;

    @BeforeAll
    static void start() {
        server = S360Server.start(S360Server.Options.defaults().withDemo().withPort(0));
        tibco = WireCaller.tibco(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> badBodies() {
        String token = "\"" + DEMO_TOKEN + "\"";
        String id = "\"" + ID + "\"";
        String deep = "[".repeat(1000) + "]".repeat(1000);
        return Stream.of(
                arguments("empty", "", "MALFORMED_JSON"),
                arguments("blank", "  \n", "MALFORMED_JSON"),
                arguments("null", "null", "VALIDATION_FAILED"),
                arguments("an array", "[]", "VALIDATION_FAILED"),
                arguments("a string", "\"x\"", "VALIDATION_FAILED"),
                arguments("a number", "7", "VALIDATION_FAILED"),
                arguments("truncated", GOOD.substring(0, GOOD.length() - 1), "MALFORMED_JSON"),
                arguments("trailing comma", GOOD.replace("}", ",}"), "MALFORMED_JSON"),
                arguments("comment", GOOD.replace("{", "{/**/"), "MALFORMED_JSON"),
                arguments("single quotes", GOOD.replace('"', '\''), "MALFORMED_JSON"),
                arguments("NaN", body("NaN", id), "MALFORMED_JSON"),
                arguments("trailing text", GOOD + "x", "MALFORMED_JSON"),
                arguments("second value", GOOD + GOOD, "MALFORMED_JSON"),
                arguments("duplicate member", GOOD.replace("}", ",\"sessionId\":" + id + "}"), "MALFORMED_JSON"),
                arguments("depth 9", body(deep.substring(992, 1008), id), "MALFORMED_JSON"),
                arguments("depth 1,000", body(deep, id), "MALFORMED_JSON"),
                arguments("enormous exponent", body("1e999999999", id), "VALIDATION_FAILED"),
                arguments("number of 900 digits", body("9".repeat(900), id), "VALIDATION_FAILED"),
                arguments("number of 10,000 digits", body("9".repeat(10_000), id), "MALFORMED_JSON"),
                arguments("number as token", body("1", id), "VALIDATION_FAILED"),
                arguments("boolean as token", body("true", id), "VALIDATION_FAILED"),
                arguments("null as token", body("null", id), "VALIDATION_FAILED"),
                arguments("object as token", body("{}", id), "VALIDATION_FAILED"),
                arguments("array as id", body(token, "[" + id + "]"), "VALIDATION_FAILED"),
                arguments("null as id", body(token, "null"), "VALIDATION_FAILED"),
                arguments("short UUID", body(token, "\"1-1-1-1-1\""), "VALIDATION_FAILED"),
                arguments("other digits", body(token, id.replace('4', '٤')), "VALIDATION_FAILED"),
                arguments("token of 4,097", body("\"" + "x".repeat(4097) + "\"", id), "VALIDATION_FAILED"),
                arguments("missing member", "{\"sessionToken\":" + token + "}", "VALIDATION_FAILED"),
                arguments("other letter case", GOOD.replace("sessionId", "SessionId"), "VALIDATION_FAILED"),
                arguments(
                        "unknown member", GOOD.replace("}", ",\"@class\":\"java.lang.Runtime\"}"), "VALIDATION_FAILED"),
                arguments("prototype", GOOD.replace("}", ",\"__proto__\":{}}"), "VALIDATION_FAILED"),
                arguments("NUL", body("\"a\\u0000\"", id), "INVALID_ENCODING"),
                arguments("half a surrogate pair", body("\"\\ud800\"", id), "INVALID_ENCODING"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("badBodies")
    void refusesABadBody(String what, String body, String code) {
        Answer answer = tibco.post(PATH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertEnvelope(answer, code);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] overlong = GOOD.getBytes(StandardCharsets.UTF_8);
        overlong[overlong.length / 2] = (byte) 0xC0;

        assertEnvelope(tibco.post(PATH, overlong), "INVALID_ENCODING");
        assertEnvelope(tibco.post(PATH, GOOD.getBytes(StandardCharsets.UTF_16)), "INVALID_ENCODING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "{{sessionToken}}",
                "ليلى",
                "demo-session-token=",
                "' or 1=1 --",
                "${jndi:ldap://a}"
            })
    void answersEveryWellFormedTokenAlike(String token) {
        Answer answer = tibco.call("GetChildSession", token, ID);

        assertThat(answer.status()).isEqualTo(401);
        assertEnvelope(answer, "SESSION_INVALID");
    }

    @Test
    void refusesToLetAClientChooseWhatIsTheServers() {
        for (String member : List.of("clientId", "state", "maxExpiresAt", "parentId", "sessionId")) {
            assertEnvelope(
                    tibco.call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN, member, ID)),
                    "VALIDATION_FAILED");
        }
    }

    static Stream<Arguments> badHeaders() {
        return Stream.of(
                arguments("no content type", change(caller -> caller.without("Content-Type")), 415),
                arguments("text", change(caller -> caller.with("Content-Type", "text/plain")), 415),
                arguments(
                        "form",
                        change(caller -> caller.with("Content-Type", "application/x-www-form-urlencoded")),
                        415),
                arguments(
                        "UTF-16",
                        change(caller -> caller.with("Content-Type", "application/json; charset=utf-16")),
                        415),
                arguments("gzip", change(caller -> caller.with("Content-Encoding", "gzip")), 415),
                arguments("HTML wanted", change(caller -> caller.with("Accept", "text/html")), 406),
                arguments("JSON not wanted", change(caller -> caller.with("Accept", "application/json;q=0")), 406),
                arguments("bad trace id", change(caller -> caller.with("X-IID-TraceId", "1-1-1-1-1")), 400),
                arguments("no key", change(caller -> caller.without("X-IID-API-KEY")), 401),
                arguments("empty key", change(caller -> caller.with("X-IID-API-KEY", "")), 401),
                arguments("wrong key", change(caller -> caller.with("X-IID-API-KEY", "wrong")), 401),
                arguments("key of another", change(caller -> caller.with("X-IID-API-KEY", "demo-portal-key")), 401),
                arguments("no client", change(caller -> caller.without("X-IID-CLIENT-ID")), 401),
                arguments("unknown client", change(caller -> caller.with("X-IID-CLIENT-ID", "NOBODY")), 401),
                arguments("encoded line end", change(caller -> caller.with("X-IID-CLIENT-ID", "a%0d%0ab")), 401));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("badHeaders")
    void refusesBadHeaders(String what, UnaryOperator<WireCaller> change, int status) {
        Answer answer = change.apply(tibco).post(PATH, GOOD);

        assertThat(answer.status()).isEqualTo(status);
        assertEnvelope(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-IID-API-KEY", "X-IID-CLIENT-ID", "X-IID-TraceId"})
    void refusesARepeatedHeader(String header) {
        Answer answer = tibco.send(
                "POST",
                PATH,
                BodyPublishers.ofString(GOOD),
                request -> request.header(header, ID).header(header, ID));

        assertThat(answer.status()).isEqualTo(400);
        assertEnvelope(answer, "INVALID_HEADER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"APPLICATION/JSON;Charset=UTF-8", "application/json"})
    void acceptsJsonHoweverItIsSpelled(String contentType) {
        Answer answer = tibco.with("Content-Type", contentType)
                .with("Accept", "text/html, application/*;q=0.1")
                .post(PATH, GOOD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void ignoresCredentialsInTheQuery() {
        Answer byKey = tibco.without("X-IID-API-KEY").post(PATH + "?X-IID-API-KEY=demo-tibco-key", GOOD);
        Answer byToken =
                tibco.post(PATH + "?sessionToken=" + DEMO_TOKEN, GOOD.replace("\"" + DEMO_TOKEN + "\"", "\"x\""));

        assertThat(byKey.status()).isEqualTo(401);
        assertEnvelope(byKey, "CLIENT_AUTH_FAILED");
        assertThat(byToken.status()).isEqualTo(401);
        assertEnvelope(byToken, "SESSION_INVALID");
    }

    /** Not even where there is none in the body. */
    @Test
    void takesNoTokenFromTheQuery() {
        Answer answer = tibco.post(PATH + "?sessionToken=" + DEMO_TOKEN, "{\"sessionId\":\"" + ID + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertEnvelope(answer, "VALIDATION_FAILED");
    }

    static Stream<Operation> operations() {
        return CONTRACT.operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesOtherMethods(Operation operation) {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "INVENTED")) {
            Answer answer = tibco.send(method, operation.path());

            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.headers()).as(method).containsEntry("allow", operation.method());
            assertThat(answer.headers().keySet()).as(method).noneMatch(name -> name.startsWith("access-control"));
            assertEnvelope(answer, "METHOD_NOT_ALLOWED");
        }
        Answer head = tibco.send("HEAD", operation.path());
        assertThat(head.status()).isEqualTo(405);
        assertThat(head.text()).isEmpty();
    }

    @Test
    void ignoresAnOverriddenMethod() {
        Answer answer = tibco.with("X-HTTP-Method-Override", "POST").send("GET", PATH + "?_method=POST");

        assertThat(answer.status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/error",
                "/actuator",
                "/actuator/health",
                "/h2-console",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/health/live",
                "/parent-sessions",
                "/favicon.ico",
                "/jolokia/list",
                "/__admin/requests",
                "/__mock/sessions",
                "/__console",
                "/middleware/api/external/sso/context/",
                "/middleware/api/external/sso/context;a=b",
                "/middleware/api/external/../external/sso/context",
                "/middleware//api/external/sso/context",
                "/Middleware/api/external/sso/context",
                "/middleware/api/external/sso/conte%78t"
            })
    void knowsNoOtherPath(String path) {
        for (String method : List.of("GET", "POST")) {
            Answer answer = tibco.send(method, path);

            assertThat(answer.status()).isEqualTo(404);
            assertEnvelope(answer, "RESOURCE_NOT_FOUND");
        }
    }

    @Test
    void refusesATooLargeBodyBeforeAnythingIsWrongInIt() {
        Answer exact = tibco.post(PATH, " ".repeat(16_384 - GOOD.length()) + GOOD);
        Answer declared = tibco.post(PATH, " ".repeat(16_385 - GOOD.length()) + GOOD);
        Answer streamed = tibco.send(
                "POST",
                PATH,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000])),
                UnaryOperator.identity());

        assertThat(exact.status()).isEqualTo(200);
        assertThat(declared.status()).isEqualTo(413);
        assertEnvelope(declared, "PAYLOAD_TOO_LARGE");
        assertThat(streamed.status()).isEqualTo(413);
    }

    @Test
    void tellsAStrangerNothingOfTheBody() {
        Answer answer = tibco.with("X-IID-API-KEY", "wrong").post(PATH, "x".repeat(100_000));

        assertThat(answer.status()).isEqualTo(401);
    }

    private static void assertEnvelope(Answer answer, String code) {
        assertEnvelope(answer);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static void assertEnvelope(Answer answer) {
        assertThat(answer.headers())
                .containsEntry("content-type", "application/json")
                .containsKey("x-iid-traceid");
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
        assertThat(answer.json().propertyNames()).containsExactly("code", "desc", "data");
        assertThat(answer.json().at("/desc").propertyNames()).containsExactly("en", "ar", "code");
    }

    private static UnaryOperator<WireCaller> change(UnaryOperator<WireCaller> change) {
        return change;
    }

    private static String body(String token, String id) {
        return "{\"sessionToken\":" + token + ",\"sessionId\":" + id + "}";
    }
}
