package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleWalkTest {

    private static final String TOKEN = "demo-session-token";
    private static final String DEMO_CHILD = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";

    private final Contract contract = Contracts.sample();
    private final MovableClock clock = new MovableClock();
    private MockServer mock;
    private Caller caller;

    @BeforeEach
    void start() {
        mock = MockServer.start(MockOptions.of(contract).withClock(clock).withSeed(1));
        caller = new Caller(mock, contract, "TIBCO_CONSUMER");
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void answersTheDocumentedCallLiterallyAndOnce() {
        Caller.Answered first = caller.call("LogoutChildSession", named(DEMO_CHILD));
        Caller.Answered second = caller.call("LogoutChildSession", named(DEMO_CHILD));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body())
                .isEqualTo(
                        "{\"code\":0,\"desc\":{\"en\":\"Success\",\"ar\":\"Success\",\"code\":null},\"data\":{\"success\":true}}");
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.code()).isEqualTo("ALREADY_LOGGED_OUT");
    }

    @Test
    void walksOneSessionFromCreationToLogout() {
        String id = create().data().get("sessionId").asString();
        assertThat(get(id).data().get("lastRefreshedAt").isNull()).isTrue();

        clock.advance("PT5M");
        assertThat(caller.call("RefreshChildSession", named(id))
                        .data()
                        .get("expiresAt")
                        .asString())
                .isEqualTo("2026-01-15T08:20:00.000Z");
        assertThat(get(id).data().get("lastRefreshedAt").asString()).isEqualTo("2026-01-15T08:05:00.000Z");
        assertThat(validate(id).data().get("valid").asBoolean()).isTrue();
        assertThat(addMessages(id, 2).data().get("accepted").asInt()).isEqualTo(2);
        assertThat(caller.call("LogoutChildSession", named(id)).status()).isEqualTo(200);
        assertThat(get(id).code()).isEqualTo("ALREADY_LOGGED_OUT");
        assertThat(validate(id).data().get("valid").asBoolean()).isFalse();
    }

    @Test
    void saysOfANewSessionWhoseItIsAndHowLongItLives() {
        Caller.Answered created = create();

        assertThat(created.data().toString())
                .isEqualTo(("{\"sessionId\":\"%s\",\"clientId\":\"TIBCO_CONSUMER\","
                                + "\"createdAt\":\"2026-01-15T08:00:00.000Z\",\"expiresAt\":\"2026-01-15T08:15:00.000Z\","
                                + "\"maxExpiresAt\":\"2026-01-15T16:00:00.000Z\"}")
                        .formatted(created.data().get("sessionId").asString()));
    }

    @Test
    void countsMessagesOfASessionFromOneOn() {
        addMessages(DEMO_CHILD, 3);

        Caller.Answered more = addMessages(DEMO_CHILD, 2);

        assertThat(more.data()
                        .get("messages")
                        .valueStream()
                        .map(message -> message.get("sequence").asInt()))
                .containsExactly(4, 5);
        assertThat(more.data()
                        .get("messages")
                        .valueStream()
                        .map(message -> message.get("messageId").asString()))
                .doesNotHaveDuplicates()
                .allSatisfy(UUID::fromString);
    }

    @Test
    void tellsThePersonOfTheTokenAndNoLegalEntityWhereNoneIsChosen() {
        Caller.Answered context = caller.call("GetContext", Map.of("sessionToken", "demo-session-token-2"));

        assertThat(context.data().at("/person/name/en").asString()).isEqualTo("Omar Haddad");
        assertThat(context.data().get("legalEntity").isNull()).isTrue();
        assertThat(context.data().get("language").asString()).isEqualTo("ar");
    }

    @Test
    void takesAnIdInUpperCaseForTheSame() {
        Caller.Answered found = get(DEMO_CHILD.toUpperCase(java.util.Locale.ROOT));

        assertThat(found.data().get("sessionId").asString()).isEqualTo(DEMO_CHILD);
    }

    @Test
    void hidesTheSessionsOfOthers() {
        Caller.Answered ofAnotherClient = caller.as("ENTITY_PORTAL").call("GetChildSession", named(DEMO_CHILD));
        Caller.Answered underAnotherParent =
                caller.call("GetChildSession", Map.of("sessionToken", "demo-session-token-2", "sessionId", DEMO_CHILD));
        Caller.Answered unknown = get("ffffffff-ffff-4fff-8fff-ffffffffffff");

        assertThat(unknown.code()).isEqualTo("CHILD_SESSION_NOT_FOUND");
        assertThat(List.of(ofAnotherClient.body(), underAnotherParent.body())).containsOnly(unknown.body());
    }

    @Test
    void takesNoOtherSpellingOfAToken() {
        Stream<String> spellings = Stream.of(
                "",
                " ",
                "demo-session-token ",
                "Demo-session-token",
                "demo-session-token=",
                "{{sessionToken}}",
                "ديمو");

        assertThat(spellings.map(token ->
                        caller.call("GetContext", Map.of("sessionToken", token)).code()))
                .containsOnly("SESSION_INVALID");
    }

    @Test
    void letsExactlyOneOfAHundredLogoutsSucceed() throws Exception {
        Callable<Integer> logout =
                () -> caller.call("LogoutChildSession", named(DEMO_CHILD)).status();
        ExecutorService crowd = Executors.newFixedThreadPool(20);

        List<Future<Integer>> all =
                crowd.invokeAll(Stream.generate(() -> logout).limit(100).toList());
        crowd.shutdown();

        Map<Integer, Long> byStatus =
                all.stream().collect(Collectors.groupingBy(LifecycleWalkTest::result, Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(200, 1L, 401, 99L));
    }

    @Test
    void createsExactlyAsManyAsTheLimitWhenAllComeAtOnce() throws Exception {
        Callable<Integer> creation = () -> caller.as("ENTITY_PORTAL")
                .call("CreateChildSession", Map.of("sessionToken", TOKEN))
                .status();
        ExecutorService crowd = Executors.newFixedThreadPool(20);

        List<Future<Integer>> all =
                crowd.invokeAll(Stream.generate(() -> creation).limit(40).toList());
        crowd.shutdown();

        Map<Integer, Long> byStatus =
                all.stream().collect(Collectors.groupingBy(LifecycleWalkTest::result, Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(200, 5L, 409, 35L));
    }

    @Test
    void givesTheSameIdsForTheSameSeedAndOthersForAnother() {
        String id = create().data().get("sessionId").asString();

        assertThat(firstIdOf(1)).isEqualTo(id);
        assertThat(firstIdOf(2)).isNotEqualTo(id);
    }

    @Test
    void sharesNothingWithAnotherMockInTheSameProcess() {
        caller.call("LogoutChildSession", named(DEMO_CHILD));

        try (MockServer other = MockServer.start(MockOptions.of(contract))) {
            Caller there = new Caller(other, contract, "TIBCO_CONSUMER");
            assertThat(there.call("LogoutChildSession", named(DEMO_CHILD)).status())
                    .isEqualTo(200);
        }
    }

    private String firstIdOf(long seed) {
        try (MockServer other = MockServer.start(MockOptions.of(contract).withSeed(seed))) {
            return new Caller(other, contract, "TIBCO_CONSUMER")
                    .call("CreateChildSession", Map.of("sessionToken", TOKEN))
                    .data()
                    .get("sessionId")
                    .asString();
        }
    }

    private Caller.Answered create() {
        return caller.call("CreateChildSession", Map.of("sessionToken", TOKEN));
    }

    private Caller.Answered get(String id) {
        return caller.call("GetChildSession", named(id));
    }

    private Caller.Answered validate(String id) {
        return caller.call("ValidateChildSession", named(id));
    }

    private Caller.Answered addMessages(String id, int number) {
        Map<String, String> message = Map.of("level", "INFO", "en", "Hello", "ar", "مرحبا");
        return caller.call(
                "AddMessages",
                Map.of(
                        "sessionToken",
                        TOKEN,
                        "sessionId",
                        id,
                        "messages",
                        Stream.generate(() -> message).limit(number).toList()));
    }

    private static Map<String, String> named(String id) {
        return Map.of("sessionToken", TOKEN, "sessionId", id);
    }

    private static int result(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
