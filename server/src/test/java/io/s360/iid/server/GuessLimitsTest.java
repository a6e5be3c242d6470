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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void limitsGuessingInProductionWithoutBeingTold(@TempDir Path folder) throws Exception {
        String right = "X-IID-CLIENT-ID: A\r\nX-IID-API-KEY: right\r\nContent-Type: application/json\r\n";
        String wrong = right.replace("right", "guessed");
        S360Server.Options production = S360Server.Options.defaults()
                .withPort(0)
                .withData(folder)
                .withManagement(0, "open-sesame-open-sesame")
                .withClock(CLOCK)
                .with("s360.clients[0].id=A")
                .with("s360.clients[0].key-sha256=" + sha256Of("right"));

        try (S360Server other = S360Server.start(production)) {
            assertThat(statuses(other, "127.0.2.1", wrong, 21)).isEqualTo(onceMoreThan(20));
            assertThat(statuses(other, "127.0.2.2", right, 31)).isEqualTo(onceMoreThan(30));
        }
        assertThat(alarms.list).hasSize(2);
        assertThat(alarms.list.get(0).getFormattedMessage()).contains("127.0.2.1");
        assertThat(alarms.list.get(1).getFormattedMessage()).contains("the client A");
    }

    @Test
    void countsExactlyHoweverManyGuessAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<Integer>> guesses = new ArrayList<>();
            List<Future<Integer>> victims = new ArrayList<>();
            for (int call = 0; call < 200; call++) {
                guesses.add(threads.submit(asked("127.0.1.10", WRONG)));
                victims.add(threads.submit(asked("127.0.1.11", CREDENTIALS)));
            }

            List<Integer> guessed = outcomes(guesses);
            assertThat(guessed).containsOnly(401, 429);
            assertThat(guessed).filteredOn(status -> status == 401).hasSize(KEYS);
            assertThat(outcomes(victims)).containsOnly(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(alarms.list).hasSize(1);
    }

    private static Callable<Integer> asked(String from, String headers) {
        return () -> status(context(from, headers));
    }

    private static List<Integer> outcomes(List<Future<Integer>> calls) throws Exception {
        List<Integer> outcomes = new ArrayList<>();
        for (Future<Integer> call : calls) {
            outcomes.add(call.get());
        }
        return outcomes;
    }

    private static List<Integer> statuses(S360Server asked, String from, String headers, int calls) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            String body = "{\"sessionToken\":\"made up " + call + "\"}";
            statuses.add(status(RawCaller.answerTo(asked, from, post("GetContext", headers, body))));
        }
        return statuses;
    }

    private static List<Integer> onceMoreThan(int allowed) {
        return IntStream.rangeClosed(0, allowed)
                .mapToObj(call -> call < allowed ? 401 : 429)
                .toList();
    }

    private static String sha256Of(String key) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
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
