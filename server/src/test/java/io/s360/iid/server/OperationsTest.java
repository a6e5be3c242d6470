package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.WireCaller.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operation over the wire, in a demo. */
class OperationsTest {

    private static final String SEEDED = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";

    private final FakeClock clock = FakeClock.at("2026-01-15T08:00:00Z");
    private S360Server server;
    private WireCaller tibco;

    @BeforeEach
    void start() {
        server = S360Server.start(
                S360Server.Options.defaults().withDemo().withPort(0).withClock(clock));
        tibco = WireCaller.tibco(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void logsOutInTheWordsOfTheContract() {
        Answer answer = tibco.call("LogoutChildSession", DEMO_TOKEN, SEEDED);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo(WireCaller.CONTRACT
                        .operation("LogoutChildSession")
                        .success()
                        .body()
                        .toString());
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void tellsTheContextWithAndWithoutALegalEntity() {
        Answer layla = tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN));
        Answer omar = tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN + "-2"));

        assertThat(layla.text("/data/legalEntity/dulNumber")).isEqualTo("DUL0001");
        assertThat(layla.text("/data/person/name/ar")).isEqualTo("ليلى المري");
        assertThat(layla.text("/data/expiresAt")).isEqualTo("2026-02-14T08:00:00.000Z");
        assertThat(omar.json().at("/data").has("legalEntity")).isTrue();
        assertThat(omar.json().at("/data/legalEntity").isNull()).isTrue();
    }

    @Test
    void leadsAChildThroughItsLife() {
        Answer created = tibco.call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN));
        String id = created.text("/data/sessionId");
        Answer found = tibco.call("GetChildSession", DEMO_TOKEN, id.toUpperCase());
        clock.advance(Duration.ofMinutes(10));
        Answer refreshed = tibco.call("RefreshChildSession", DEMO_TOKEN, id);
        Answer foundAgain = tibco.call("GetChildSession", DEMO_TOKEN, id);
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        Answer valid = tibco.call("ValidateChildSession", DEMO_TOKEN, id);
        clock.advance(Duration.ofMillis(1));
        Answer expired = tibco.call("LogoutChildSession", DEMO_TOKEN, id);

        assertThat(created.text("/data/expiresAt")).isEqualTo("2026-01-15T08:15:00.000Z");
        assertThat(created.text("/data/maxExpiresAt")).isEqualTo("2026-01-15T16:00:00.000Z");
        assertThat(found.json().at("/data/lastRefreshedAt").isNull()).isTrue();
        assertThat(found.text("/data/sessionId")).isEqualTo(id);
        assertThat(refreshed.text("/data/expiresAt")).isEqualTo("2026-01-15T08:25:00.000Z");
        assertThat(foundAgain.text("/data/lastRefreshedAt")).isEqualTo("2026-01-15T08:10:00.000Z");
        assertThat(valid.text("/data/clientId")).isEqualTo("TIBCO_CONSUMER");
        assertThat(expired.code()).isEqualTo("SESSION_EXPIRED");
    }

    @Test
    void tellsNothingOfASessionThatIsNotValid() {
        Answer answer = tibco.call("ValidateChildSession", DEMO_TOKEN, "00000000-0000-4000-8000-000000000001");

        assertThat(answer.json().at("/data").toString())
                .isEqualTo("{\"valid\":false,\"clientId\":null,\"subjectId\":null,\"expiresAt\":null}");
    }

    @Test
    void acceptsMessages() {
        Answer answer = tibco.call(
                "AddMessages",
                Map.of(
                        "sessionToken",
                        DEMO_TOKEN,
                        "sessionId",
                        SEEDED,
                        "messages",
                        List.of(
                                Map.of("level", "INFO", "en", "\uD83D\uDE00".repeat(1000), "ar", "تم"),
                                Map.of("level", "ERROR", "en", "b", "ar", "ب", "clientMessageId", "m-1"))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/data/accepted").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/data/messages/1/sequence").intValue()).isEqualTo(2);
    }

    @Test
    void limitsTheSessionsOfAClient() {
        IntStream.range(0, 4).forEach(number -> tibco.open(DEMO_TOKEN));

        Answer atLimit = tibco.call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN));

        assertThat(atLimit.status()).isEqualTo(409);
        assertThat(WireCaller.of(server, "ENTITY_PORTAL").open(DEMO_TOKEN)).hasSize(36);
    }

    @Test
    void limitsTheRequestsOfAClient() {
        WireCaller throttled = WireCaller.of(server, "THROTTLED_PORTAL");
        Map<String, String> body = Map.of("sessionToken", DEMO_TOKEN);

        Answer first = throttled.call("GetContext", body);
        clock.advance(Duration.ofMillis(500));
        Answer second = throttled.call("GetContext", body);
        clock.advance(Duration.ofSeconds(60));
        Answer third = throttled.call("GetContext", body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.headers()).containsEntry("retry-after", "60");
        assertThat(third.status()).isEqualTo(200);
    }

    @Test
    void logsOutOnceHoweverManyAsk() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            IntStream.range(0, 100)
                    .forEach(number -> calls.add(() -> tibco.call("LogoutChildSession", DEMO_TOKEN, SEEDED)));

            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                statuses.add(answer.get().status());
            }

            assertThat(statuses).containsOnlyOnce(200).contains(401).allMatch(status -> status == 200 || status == 401);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void echoesAUsableTraceId() {
        String given = "0F8FAD5B-D9CB-469F-A165-70867728950E";

        Answer answer = tibco.with("x-iid-traceid", given).call("GetContext", Map.of("sessionToken", "x"));

        assertThat(answer.headers()).containsEntry("x-iid-traceid", given);
    }

    @Test
    void startsWithItsOwnClock() {
        assertThat(Instant.parse(tibco.call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN))
                        .text("/data/createdAt")))
                .isEqualTo(clock.instant());
    }
}
