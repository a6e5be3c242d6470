package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.WireCaller.Answer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ManagementTest {

    private static final String KEY = "open-sesame";
    private static final String PERSON = """
            {"subjectId": "9d3a2b74-6c1e-4b0a-9a55-2f4b7c8e1d02", "name": {"en": "Omar", "ar": "عمر"},
             "email": "omar@example.com", "mobile": "971500000002", "userType": "SOP2"}""";

    private static S360Server server;
    private static WireCaller operator;
    private static WireCaller tibco;

    @BeforeAll
    static void start() {
        server = S360Server.start(
                S360Server.Options.defaults().withDemo().withPort(0).withManagement(0, KEY));
        operator = WireCaller.operator(server, KEY);
        tibco = WireCaller.tibco(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void tellsItsHealthToEverybody(String path) {
        Answer answer = operator.without("Authorization").send("GET", path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parent-sessions", "/clients/disable", "/", "/nothing"})
    void letsNobodyElseIn(String path) {
        for (WireCaller stranger : new WireCaller[] {
            operator.without("Authorization"),
            operator.with("Authorization", "Bearer " + KEY + "x"),
            operator.with("Authorization", KEY),
            operator.with("Authorization", "Basic " + KEY)
        }) {
            Answer answer = stranger.post(path, "{}");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text("/error")).isEqualTo("unauthorized");
        }
    }

    @Test
    void opensAParentSession() {
        Answer opened = operator.post("/parent-sessions", "{\"person\":" + PERSON + ",\"language\":\"ar\"}");
        String token = opened.text("/sessionToken");
        Answer context = tibco.call("GetContext", Map.of("sessionToken", token));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        assertThat(context.text("/data/person/email")).isEqualTo("omar@example.com");
        assertThat(context.json().at("/data/legalEntity").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"language\":\"ar\"}",
                "{\"person\":{},\"language\":\"ar\"}",
                "{\"person\":" + "%P" + ",\"language\":\"fr\"}",
                "{\"person\":%P,\"language\":\"ar\",\"token\":\"mine\"}",
                "{\"person\":%P,\"language\":\"ar\",\"legalEntity\":{}}",
                "{\"person\":%P,\"language\":\"ar\",\"legalEntity\":{\"legalEntityId\":\"70302\",\"dulNumber\":\"D1\","
                        + "\"name\":{\"en\":\"a\\u0000\",\"ar\":\"b\"}}}",
                "{\"person\":%P,\"language\":\"ar\",\"legalEntity\":{\"legalEntityId\":\"70302\",\"dulNumber\":\"D1\","
                        + "\"name\":{\"en\":\"a\\ud800\",\"ar\":\"b\"}}}"
            })
    void opensNothingThatWouldBreakTheContract(String body) {
        Answer answer = operator.post("/parent-sessions", body.replace("%P", PERSON));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error")).isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGOUT", "ADMIN"})
    void endsAParentSessionOnce(String reason) {
        String token = aParent();
        String child = tibco.open(token);

        Answer ended = end(token, reason);
        Answer again = end(token, reason);

        assertThat(ended.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(409);
        assertThat(tibco.call("GetContext", Map.of("sessionToken", token)).code())
                .isEqualTo(reason.equals("LOGOUT") ? "ALREADY_LOGGED_OUT" : "SESSION_ENDED");
        assertThat(tibco.call("LogoutChildSession", token, child).code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void endsAChildSession() {
        String child = tibco.open(aParent());

        Answer ended = operator.post("/child-sessions/end", "{\"sessionId\":\"" + child + "\"}");
        Answer again = operator.post("/child-sessions/end", "{\"sessionId\":\"" + child + "\"}");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void shutsAClientOutAndLetsItInAgain() {
        WireCaller portal = WireCaller.of(server, "ENTITY_PORTAL");
        String child = portal.open(DEMO_TOKEN);

        Answer disabled = operator.post("/clients/disable", "{\"clientId\":\"ENTITY_PORTAL\"}");
        Answer whileDisabled = portal.call("GetChildSession", DEMO_TOKEN, child);
        Answer enabled = operator.post("/clients/enable", "{\"clientId\":\"ENTITY_PORTAL\"}");
        Answer afterwards = portal.call("GetChildSession", DEMO_TOKEN, child);

        assertThat(disabled.json().at("/enabled").booleanValue()).isFalse();
        assertThat(whileDisabled.code()).isEqualTo("CLIENT_AUTH_FAILED");
        assertThat(enabled.json().at("/enabled").booleanValue()).isTrue();
        assertThat(afterwards.code()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(end("unknown", "ADMIN").status()).isEqualTo(404);
        assertThat(end("unknown", "EXPIRED").status()).isEqualTo(400);
        assertThat(operator.post("/child-sessions/end", "{\"sessionId\":\"x\"}").status())
                .isEqualTo(400);
        assertThat(operator.post("/clients/disable", "{\"clientId\":\"NOBODY\"}")
                        .status())
                .isEqualTo(404);
        assertThat(operator.post("/clients", "{}").status()).isEqualTo(404);
        assertThat(operator.send("GET", "/parent-sessions").status()).isEqualTo(405);
    }

    @Test
    void namesNoClassToWhoComesTooLate() {
        String token = aParent();
        end(token, "ADMIN");

        assertThat(end(token, "ADMIN").text("/message")).isEqualTo("The session has ended before");
    }

    @Test
    void takesNoEndlessBody() {
        assertThat(operator.post("/clients/disable", " ".repeat(65_537)).status())
                .isEqualTo(413);
    }

    @Test
    void tellsItsHealthWithoutABodyToo() {
        Answer answer = operator.without("Authorization").send("HEAD", "/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void keepsItsAnswersFromBeingKept() {
        assertThat(operator.post("/parent-sessions", "{}").headers()).containsEntry("cache-control", "no-store");
    }

    /** Neither a name nor a version nor a stack. */
    @Test
    void doesNotSayWhatItIs() throws IOException {
        try (Socket socket = new Socket("localhost", server.managementPort().orElseThrow())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /| HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("tomcat", "exception", "apache");
        }
    }

    @Test
    void showsNothingOfItselfOnThePublicPort() {
        for (String path : List.of(
                "/health/live",
                "/metrics",
                "/parent-sessions",
                "/actuator",
                "/actuator/health",
                "/h2-console",
                "/jolokia/list",
                "/__admin/requests",
                "/__mock/sessions",
                "/__console")) {
            assertThat(tibco.send("GET", path).status()).as(path).isEqualTo(404);
        }
    }

    /** Whoever opens a port of JMX beside a server reaches the virtual machine, but no part of the server. */
    @Test
    void showsNothingOfItselfByJmx() {
        assertThat(ManagementFactory.getPlatformMBeanServer().getDomains())
                .contains("java.lang")
                .noneMatch(domain -> domain.matches("(?i).*(spring|tomcat|catalina|hikari|h2|s360).*"));
    }

    private static String aParent() {
        return operator.post("/parent-sessions", "{\"person\":" + PERSON + ",\"legalEntity\":null,\"language\":\"en\"}")
                .text("/sessionToken");
    }

    private static Answer end(String token, String reason) {
        Map<String, String> body = new HashMap<>(Map.of("sessionToken", token, "reason", reason));
        return operator.post("/parent-sessions/end", new JsonMapper().writeValueAsString(body));
    }
}
