package io.s360.iid.server;

import static io.s360.iid.server.RawCaller.CREDENTIALS;
import static io.s360.iid.server.RawCaller.post;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that comes back tells more than it says: neither by its bytes, nor by what is done for it. */
class IndistinguishableTest {

    private static final String OWN = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";
    private static final S360Server SERVER = SharedDemo.server();
    private static final WireCaller TIBCO = WireCaller.tibco(SERVER);

    @Test
    void refusesEveryStrangerByTheSameBytes() {
        WireCaller own = TIBCO.with("X-IID-CLIENT-ID", SharedDemo.OUT_OF_USE).with("X-IID-API-KEY", "foo");
        assertThat(own.call("GetContext", Map.of("sessionToken", DEMO_TOKEN)).status())
                .isEqualTo(200);
        WireCaller.operator(SERVER, SharedDemo.MANAGEMENT_KEY)
                .postObject("/clients/disable", Map.of("clientId", SharedDemo.OUT_OF_USE));

        List<String> answers = Stream.of(
                        "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\n",
                        "X-IID-API-KEY: demo-tibco-key\r\n",
                        client("TIBCO_CONSUMER", ""),
                        client("TIBCO_CONSUMER", "guessed"),
                        client("TIBCO_CONSUMER", "demo-portal-key"),
                        client("NOBODY", "guessed"),
                        client("NOBODY", "demo-tibco-key"),
                        client("DISABLED_PORTAL", "demo-disabled-key"),
                        client("DISABLED_PORTAL", "guessed"),
                        client(SharedDemo.WITH_AN_EXPIRED_KEY, "foo"),
                        client(SharedDemo.WITH_AN_EXPIRED_KEY, "guessed"),
                        client(SharedDemo.OUT_OF_USE, "foo"),
                        client(SharedDemo.OUT_OF_USE, "guessed"))
                .map(headers -> answerTo("GetContext", headers + "Content-Type: application/json\r\n"))
                .distinct()
                .toList();

        assertThat(answers)
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 401 ")
                .contains("CLIENT_AUTH_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetChildSession", "RefreshChildSession", "LogoutChildSession", "ValidateChildSession"})
    void doesTheSameForWhateverIsNotTheCallers(String operation) {
        String unknown = "12345678-1234-4234-8234-123456789012";
        String anothers = "00000000-0000-4000-8000-000000000006";
        String ofAnotherPerson = TIBCO.open(DEMO_TOKEN + "-2");

        List<Done> done = Stream.of(unknown, anothers, ofAnotherPerson)
                .map(id -> done(operation, id))
                .distinct()
                .toList();

        assertThat(done).hasSize(1);
        assertThat(done.get(0).storeCalls()).isNotEmpty();
        assertThat(done).doesNotContain(done("GetChildSession", OWN));
        assertThat(TIBCO.call("LogoutChildSession", DEMO_TOKEN + "-2", ofAnotherPerson)
                        .status())
                .isEqualTo(200);
    }

    /** One more line in a log would be read as one more event. */
    @Test
    void letsNobodyForgeALine() {
        try (LogRecorder log =
                LogRecorder.recording().with("io.s360.iid", Level.TRACE).with("access", Level.INFO)) {
            List<String> answers = forgeries().map(IndistinguishableTest::raw).toList();
            List<String> traces =
                    answers.stream().map(IndistinguishableTest::traceOf).toList();
            Awaitility.await().until(() -> tracesIn(log).containsAll(traces));

            assertThat(answers).extracting(RawCaller::status).containsExactly(401, 400, 401, 400, 404, 400);
            assertThat(tracesIn(log)).containsOnlyOnceElementsOf(traces);
            assertThat(log.events())
                    .extracting(LogRecorder::wholeText)
                    .allSatisfy(text -> assertThat(text).doesNotContain("\n", "\r", "\u001b", "forged"));
            assertThat(log.eventsOf("access"))
                    .extracting(event -> LogRecorder.rendered(event).lines().count())
                    .containsOnly(1L);
        }
    }

    /** The container lets all of them through but the last one. */
    private static Stream<String> forgeries() {
        String agent = "User-Agent: x%0d%0aforged-agent\u0085forged\r\n";
        String stranger = client("a%0aforged-client", "forged-key") + "Content-Type: application/json\r\n";
        return Stream.of(
                post("GetContext", agent + stranger, "{}"),
                post("GetContext", agent + CREDENTIALS + "X-IID-TraceId: forged-trace\r\n", "{}"),
                post("GetContext", CREDENTIALS, "{\"sessionToken\":\"x\\nforged-token\"}"),
                post("GetContext", CREDENTIALS, "{\"forged-member\":1}"),
                post("GetContext", CREDENTIALS, "{}").replace(" HTTP", "%0aforged?X-IID-API-KEY=forged HTTP"),
                post("GetContext", "User-Agent: \u001b[31mforged\r\n" + CREDENTIALS, "{}"));
    }

    private static String traceOf(String answer) {
        return answer.replaceFirst("(?s).*X-IID-TraceId: ([^\r]*)\r.*", "$1");
    }

    private static List<String> tracesIn(LogRecorder log) {
        return log.eventsOf("access").stream()
                .map(event -> event.getMDCPropertyMap().get("traceId"))
                .toList();
    }

    private record Done(String answer, List<String> storeCalls) {}

    private static Done done(String operation, String id) {
        String body = "{\"sessionToken\":\"" + DEMO_TOKEN + "\",\"sessionId\":\"" + id + "\"}";
        AtomicReference<String> answer = new AtomicReference<>("");
        List<String> calls =
                SharedDemo.storeCallsOf(() -> answer.set(comparable(raw(post(operation, CREDENTIALS, body)))));
        return new Done(answer.get(), calls);
    }

    private static String client(String id, String key) {
        return "X-IID-CLIENT-ID: " + id + "\r\nX-IID-API-KEY: " + key + "\r\n";
    }

    private static String answerTo(String operation, String headers) {
        return comparable(raw(post(operation, headers, "{}")));
    }

    private static String raw(String request) {
        try {
            return RawCaller.answerTo(SERVER, request);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Without what differs from one moment to the next. */
    private static String comparable(String answer) {
        return answer.replaceFirst("X-IID-TraceId: .*\r\n", "").replaceFirst("Date: .*\r\n", "");
    }
}
