package io.s360.iid.server;

import static io.s360.iid.server.RawCaller.CREDENTIALS;
import static io.s360.iid.server.RawCaller.post;
import static io.s360.iid.server.RawCaller.status;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.s360.iid.server.client.LoggedAlarm;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever guesses is stopped, and nobody else. */
class GuessLimitsTest {

    private static final String WRONG = CREDENTIALS.replace("demo-tibco-key", "guessed");
    private static final String CONTEXT = "{\"sessionToken\":\"" + DEMO_TOKEN + "\"}";
    private static final int KEYS = 20;
    private static final int TOKENS = 30;
    private static final String PROXY = "127.0.0.1";

    private static final FakeClock CLOCK = FakeClock.at("2026-01-15T08:00:00Z");

    private static S360Server server;

    private final Logger alarm = (Logger) LoggerFactory.getLogger(LoggedAlarm.class);
    private final ListAppender<ILoggingEvent> alarms = new ListAppender<>();

    @BeforeAll
    static void start() {
        server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withClock(CLOCK)
                .with("s360.limits.failed-authentications-per-minute=" + KEYS)
                .with("s360.limits.unknown-tokens-per-minute=" + TOKENS)
                .with("s360.limits.trusted-proxies=127\\.0\\.0\\.1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        CLOCK.advance(Duration.ofMinutes(2));
        alarms.start();
        alarm.addAppender(alarms);
    }

    @AfterEach
    void listenNoMore() {
        alarm.detachAppender(alarms);
    }

    @Test
    void refusesEvenTheRightKeyAfterTooManyWrongOnes() throws IOException {
        guessKeys("127.0.1.1", "");

        String wrong = context("127.0.1.1", WRONG);
        String right = context("127.0.1.1", CREDENTIALS);

        assertThat(wrong).startsWith("HTTP/1.1 429 ").contains("Retry-After: 60\r\n", "TOO_MANY_REQUESTS");
        assertThat(status(right)).isEqualTo(429);
    }

    @Test
    void letsTheRightKeyInAgainWhenTheMinuteIsOver() throws IOException {
        guessKeys("127.0.1.2", "");
        CLOCK.advance(Duration.ofSeconds(59));
        assertThat(context("127.0.1.2", CREDENTIALS)).contains("Retry-After: 1\r\n");

        CLOCK.advance(Duration.ofSeconds(1));

        assertThat(status(context("127.0.1.2", CREDENTIALS))).isEqualTo(200);
    }

    @Test
    void leavesOtherAddressesAlone() throws IOException {
        guessKeys("127.0.1.3", "");

        assertThat(status(context("127.0.1.4", CREDENTIALS))).isEqualTo(200);
        assertThat(status(context("127.0.1.4", WRONG))).isEqualTo(401);
    }

    @Test
    void countsWhatIsRightAsNoFailure() throws IOException {
        for (int call = 0; call < KEYS + 5; call++) {
            assertThat(status(context("127.0.1.5", CREDENTIALS))).isEqualTo(200);
        }
    }

    @Test
    void stillChecksPathAndMediaTypeFirst() throws IOException {
        guessKeys("127.0.1.6", "");

        assertThat(status(context("127.0.1.6", WRONG.replace("application/json", "text/plain"))))
                .isEqualTo(415);
    }

    @Test
    void believesNoForwardedAddressOfAStranger() throws IOException {
        for (int call = 0; call < KEYS; call++) {
            context("127.0.1.7", WRONG + "X-Forwarded-For: 203.0.113." + call + "\r\n");
        }

        assertThat(status(context("127.0.1.7", CREDENTIALS + "X-Forwarded-For: 203.0.113.99\r\n")))
                .isEqualTo(429);
    }

    @Test
    void believesTheForwardedAddressOfATrustedProxy() throws IOException {
        guessKeys(PROXY, "X-Forwarded-For: 203.0.113.7\r\n");

        assertThat(status(context(PROXY, CREDENTIALS + "X-Forwarded-For: 198.51.100.1, 203.0.113.7\r\n")))
                .isEqualTo(429);
        assertThat(status(context(PROXY, CREDENTIALS + "X-Forwarded-For: 203.0.113.8\r\n")))
                .isEqualTo(200);
    }

    @Test
    void warnsOnceOfGuessedKeysAndRepeatsNothingOfThem() throws IOException {
        guessKeys(PROXY, "X-Forwarded-For: <script>forged%0a\r\n");
        guessKeys("127.0.1.8", "");
        context("127.0.1.8", WRONG);

        assertThat(alarms.list).hasSize(2).allSatisfy(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).doesNotContain("guessed\"", "script", "forged", "%0a");
        });
        assertThat(alarms.list.get(1).getFormattedMessage()).contains("127.0.1.8");
    }

    @Test
    void refusesUnknownTokensAfterTooManyOfThem() throws IOException {
        for (int call = 0; call < TOKENS; call++) {
            assertThat(status(call("GetContext", "{\"sessionToken\":\"made up " + call + "\"}")))
                    .isEqualTo(401);
        }

        assertThat(call("GetContext", "{\"sessionToken\":\"one more\"}"))
                .startsWith("HTTP/1.1 429 ")
                .contains("Retry-After: 60\r\n");
        assertThat(status(call("GetContext", CONTEXT))).as("a known token").isEqualTo(200);
        assertThat(alarms.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains("TIBCO_CONSUMER")
                        .doesNotContain("made up", "one more"));
    }

    /** Otherwise one would guess by asking whether a session is valid, which is never refused. */
    @Test
    void countsUnknownTokensThatAreOnlyValidated() throws IOException {
        String body = "{\"sessionToken\":\"made up\",\"sessionId\":\"00000000-0000-4000-8000-000000000001\"}";
        for (int call = 0; call < TOKENS; call++) {
            assertThat(status(call("ValidateChildSession", body))).isEqualTo(200);
        }

        assertThat(status(call("ValidateChildSession", body))).isEqualTo(429);
    }

    @Test
    void letsOtherClientsShowUnknownTokens() throws IOException {
        for (int call = 0; call <= TOKENS; call++) {
            call("GetContext", "{\"sessionToken\":\"made up\"}");
        }
        String other = CREDENTIALS.replace("TIBCO_CONSUMER", "ENTITY_PORTAL").replace("tibco", "portal");

        assertThat(status(RawCaller.answerTo(server, post("GetContext", other, "{\"sessionToken\":\"x\"}"))))
                .isEqualTo(401);
    }

    private static void guessKeys(String from, String headers) throws IOException {
        for (int call = 0; call < KEYS; call++) {
            assertThat(status(context(from, WRONG + headers))).isEqualTo(401);
        }
    }

    private static String context(String from, String headers) throws IOException {
        return RawCaller.answerTo(server, from, post("GetContext", headers, CONTEXT));
    }

    private static String call(String operation, String body) throws IOException {
        return RawCaller.answerTo(server, post(operation, CREDENTIALS, body));
    }
}
