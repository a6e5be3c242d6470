package io.s360.iid.server;

import static io.s360.iid.server.LogRecorder.facts;
import static io.s360.iid.server.WireCaller.CONTRACT;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.s360.iid.server.WireCaller.Answer;
import io.s360.iid.server.session.StoreUnavailable;
import io.s360.iid.server.sight.Fingerprint;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be read in the log of requests, for people and for machines. */
class SightTest {

    private static final String CREDENTIAL = "open-sesame";
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000001";
    private static final String MESSAGE = "{\"level\":\"INFO\",\"en\":\"Done\",\"ar\":\"\\u062a\\u0645\"}";
    private static final Faults FAULTS = new Faults();

    private static S360Server server;
    private static WireCaller tibco;

    private LogRecorder log;

    @BeforeAll
    static void start() {
        server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, CREDENTIAL)
                .withStore(FAULTS::before)
                .with("s360.instance=node-1")
                .with("s360.limits.trusted-proxies=127\\.0\\.3\\.9")
                .with("logging.level.access=info")
                .with("logging.level.audit=info"));
        tibco = WireCaller.tibco(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void record() {
        log = LogRecorder.recording();
    }

    @AfterEach
    void mend() {
        FAULTS.mend();
        log.close();
    }

    @Test
    void writesOneLineForASuccess() {
        Answer answer = tibco.call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN));

        ILoggingEvent line = theLine();
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
        assertThat(line.getMDCPropertyMap())
                .containsEntry("traceId", answer.headers().get("x-iid-traceid"));
        assertThat(facts(line))
                .containsEntry("operation", "CreateChildSession")
                .containsEntry("outcome", "created")
                .containsEntry("status", "200")
                .containsEntry("client", "TIBCO_CONSUMER")
                .containsEntry("instance", "node-1")
                .containsEntry("session", fingerprint(answer.text("/data/sessionId")))
                .containsKeys("ms", "peer", "parent");
    }

    @Test
    void tellsWhichOfTwoSuccessesItWas() {
        tibco.call("ValidateChildSession", DEMO_TOKEN, UNKNOWN);

        assertThat(facts(theLine()))
                .containsEntry("outcome", "not-valid")
                .containsEntry("session", fingerprint(UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /nowhere, {}, resource-not-found, none",
        "GET, logout, {}, method-not-allowed, LogoutChildSession",
        "POST, logout, {, malformed-json, LogoutChildSession",
        "POST, logout, {}, validation-failed, LogoutChildSession",
        "POST, logout, '{\"sessionToken\":\"x\",\"sessionId\":\"" + UNKNOWN
                + "\"}', session-invalid, LogoutChildSession",
        "BREW, logout, {}, method-not-allowed, LogoutChildSession"
    })
    void writesOneLineForARefusal(String method, String path, String body, String outcome, String operation) {
        String whole =
                path.equals("logout") ? CONTRACT.operation("LogoutChildSession").path() : path;

        tibco.send(method, whole, java.net.http.HttpRequest.BodyPublishers.ofString(body), request -> request);

        assertThat(facts(theLine())).containsEntry("outcome", outcome).containsEntry("operation", operation);
        assertNobodyIsAlarmed();
    }

    @Test
    void namesTheClientOfAWrongKeyOnlyIfThereIsSuchAClient() {
        tibco.with("X-IID-API-KEY", "wrong").call("GetContext", Map.of("sessionToken", DEMO_TOKEN));
        tibco.with("X-IID-CLIENT-ID", "no-such-client").call("GetContext", Map.of("sessionToken", DEMO_TOKEN));

        assertThat(lines(2)).extracting(line -> facts(line).get("client")).containsExactly("TIBCO_CONSUMER", "none");
    }

    @Test
    void tellsTheCauseOfAFaultInTheSameLine() {
        FAULTS.fail(new IllegalStateException("the cause"));

        tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN));

        ILoggingEvent line = theLine();
        assertThat(line.getLevel()).isEqualTo(Level.ERROR);
        assertThat(line.getThrowableProxy().getMessage()).isEqualTo("the cause");
        assertThat(log.events()).hasSize(1);
    }

    @Test
    void tellsInOneLineThatTheStoreIsAway() {
        FAULTS.fail(new StoreUnavailable("gone", new IOException("connection refused")));

        tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN));

        ILoggingEvent line = theLine();
        assertThat(line.getLevel()).isEqualTo(Level.WARN);
        assertThat(facts(line).get("cause")).contains("connection refused");
        assertThat(line.getThrowableProxy()).isNull();
        assertThat(log.events()).hasSize(1);
    }

    @Test
    void repeatsNothingThatACallerHasWritten() {
        tibco.with("X-IID-CLIENT-ID", "forged%0d%0aINFO")
                .with("User-Agent", "forged status=200")
                .with("X-IID-TraceId", "forged")
                .post("/forged%0d%0aINFO?forged=forged", "{\"forged\":\"forged\"}");

        assertThat(LogRecorder.wholeText(theLine())).doesNotContain("forged");
    }

    @Test
    void tellsWhoHasCalledWhateverHeSaysOfHimself() throws IOException {
        String said = "X-Forwarded-For: 203.0.113.9\r\nX-Real-IP: 203.0.113.9\r\n"
                + "Forwarded: for=203.0.113.9;host=evil.example;proto=https\r\n"
                + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n";

        RawCaller.answerTo(server, "127.0.3.1", RawCaller.post("GetContext", said + RawCaller.CREDENTIALS, "{}"));

        assertThat(facts(theLine())).containsEntry("peer", "127.0.3.1");
        assertThat(LogRecorder.wholeText(theLine())).doesNotContain("203.0.113", "evil", "https");
    }

    /** Of the proxy itself nobody would learn anything; and what it passes on may be no address at all. */
    @ParameterizedTest
    @CsvSource({
        "'198.51.100.1, 203.0.113.9', 203.0.113.9",
        "2001:db8::9, 2001:db8::9",
        "fe80::1%forged, fe80::1",
        "<script>forged%0a, (no address)"
    })
    void tellsForWhomATrustedProxyHasCalled(String forwarded, String peer) throws IOException {
        String said = "X-Forwarded-For: " + forwarded + "\r\n";

        RawCaller.answerTo(server, "127.0.3.9", RawCaller.post("GetContext", said + RawCaller.CREDENTIALS, "{}"));

        assertThat(facts(theLine())).containsEntry("peer", peer);
        assertThat(LogRecorder.wholeText(theLine())).doesNotContain("forged", "198.51");
    }

    @Test
    void losesNoWordAboutACallerWhoHasGone() throws Exception {
        goWhileAsked("GetContext", "{\"sessionToken\":\"" + DEMO_TOKEN + "\"}");

        assertThat(facts(theLine())).containsEntry("operation", "GetContext");
        assertNobodyIsAlarmed();
    }

    @Test
    void doesAllThatACallerHasAskedForWhoHasGone() throws Exception {
        String child = tibco.open(DEMO_TOKEN);
        String session = "{\"sessionToken\":\"" + DEMO_TOKEN + "\",\"sessionId\":\"" + child + "\"";
        String messages = session + ",\"messages\":[" + MESSAGE + "," + MESSAGE + "]}";

        goWhileAsked("AddMessages", messages);
        lines(2);
        Answer third = tibco.post(RawCaller.path("AddMessages"), messages);
        goWhileAsked("LogoutChildSession", session + "}");
        lines(4);
        Answer secondLogout = tibco.call("LogoutChildSession", DEMO_TOKEN, child);
        lines(5);

        assertThat(third.json().at("/data/messages/0/sequence").intValue()).isEqualTo(3);
        assertThat(secondLogout.code()).isEqualTo("ALREADY_LOGGED_OUT");
        assertNobodyIsAlarmed();
    }

    @Test
    void doesNothingForACallerWhoGoesWhileAsking() throws Exception {
        String child = tibco.open(DEMO_TOKEN);
        String logout = request(
                "LogoutChildSession", "{\"sessionToken\":\"" + DEMO_TOKEN + "\",\"sessionId\":\"" + child + "\"}");

        go(logout.substring(0, logout.length() - 1));
        lines(2);
        Answer whole = tibco.call("LogoutChildSession", DEMO_TOKEN, child);
        lines(3);

        assertThat(whole.status()).isEqualTo(200);
        assertNobodyIsAlarmed();
    }

    /** Without waiting for the answer, which is begun only when nobody is there any more. */
    private static void goWhileAsked(String operation, String body) throws Exception {
        Faults.Held held = FAULTS.hold();
        try (Socket socket = RawCaller.connect(server.port())) {
            RawCaller.send(socket, request(operation, body));
            held.awaitArrival();
            socket.setSoLinger(true, 0);
        }
        FAULTS.mend();
        held.release();
    }

    private static void go(String halfARequest) throws IOException {
        try (Socket socket = RawCaller.connect(server.port())) {
            RawCaller.send(socket, halfARequest);
            socket.setSoLinger(true, 0);
        }
    }

    private void assertNobodyIsAlarmed() {
        assertThat(log.events())
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @Test
    void showsEachEventAsOneRecord() {
        Logger logger = LoggerFactory.getLogger("io.s360.iid.server.Forger");

        logger.warn(
                "one\r\ntwo\u001b[31m\u2028three",
                new IllegalStateException("four\n2026-01-01T00:00:00.000Z INFO - access"));

        List<String> shown = LogRecorder.rendered(log.events().get(0)).lines().toList();
        assertThat(shown.get(0)).endsWith("one two [31m three ");
        assertThat(shown.subList(1, shown.size()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("    | "));
    }

    @Test
    void showsTheFactsToPeople() {
        tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN));

        assertThat(LogRecorder.rendered(theLine()))
                .containsPattern(
                        "INFO +[0-9a-f-]{36} access request operation=GetContext outcome=context status=200 ms=");
    }

    /** The way of Spring; here only that the facts arrive in it. */
    @Test
    void showsTheFactsToMachines() {
        Answer answer = tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN));

        JsonNode shown = new JsonMapper().readTree(StructuredLog.render(theLine()));
        assertThat(shown.get("outcome").stringValue()).isEqualTo("context");
        assertThat(shown.get("status").intValue()).isEqualTo(200);
        assertThat(shown.get("traceId").stringValue())
                .isEqualTo(answer.headers().get("x-iid-traceid"));
    }

    private ILoggingEvent theLine() {
        return lines(1).get(0);
    }

    /** The line is written after the answer has been. */
    private List<ILoggingEvent> lines(int count) {
        Awaitility.await().until(() -> log.eventsOf("access").size() >= count);
        assertThat(log.eventsOf("access")).hasSize(count);
        return log.eventsOf("access");
    }

    private static String fingerprint(String id) {
        return Fingerprint.of(UUID.fromString(id)).hex();
    }

    private static String request(String operation, String body) {
        return RawCaller.post(operation, RawCaller.CREDENTIALS, body);
    }
}
