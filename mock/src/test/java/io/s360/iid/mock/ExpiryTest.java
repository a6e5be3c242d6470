package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

    private static final Duration INSTANT = Duration.ofMillis(1);

    /** The demo's parents live for a month; here they live as the life-cycle says. */
    private final Contract contract =
            Contracts.edited("s360-iid.yaml", yaml -> yaml.replace("lasts: P30D", "lasts: PT30M"));

    private final MovableClock clock = new MovableClock();
    private MockServer mock;
    private Caller caller;

    @BeforeEach
    void start() {
        mock = MockServer.start(MockOptions.of(contract).withClock(clock));
        caller = new Caller(mock, contract, "TIBCO_CONSUMER");
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void livesUntilTheInstantOfItsExpiryAndNotAtIt() {
        String id = create();

        clock.advance(Duration.ofMinutes(15).minus(INSTANT));
        assertThat(get(id).status()).isEqualTo(200);
        clock.advance(INSTANT);
        assertThat(get(id).code()).isEqualTo("SESSION_EXPIRED");
    }

    @Test
    void isExtendedByRefreshAndByNothingElse() {
        String refreshed = create();
        String onlyLookedAt = create();

        clock.advance("PT10M");
        call("RefreshChildSession", refreshed);
        call("GetChildSession", onlyLookedAt);
        call("ValidateChildSession", onlyLookedAt);
        clock.advance("PT5M");

        assertThat(get(refreshed).status()).isEqualTo(200);
        assertThat(get(onlyLookedAt).code()).isEqualTo("SESSION_EXPIRED");
    }

    @Test
    void isNeverExtendedBeyondTheLatestExpiryOfItsParent() {
        clock.advance("PT20M");
        String id = create();

        Caller.Answered refreshed = call("RefreshChildSession", id);

        assertThat(refreshed.data().get("expiresAt").asString()).isEqualTo("2026-01-15T08:30:00.000Z");
        assertThat(refreshed.data().get("maxExpiresAt").asString()).isEqualTo("2026-01-15T08:30:00.000Z");
    }

    @Test
    void expiresWithItsParent() {
        clock.advance("PT20M");
        String id = create();

        clock.advance("PT10M");

        assertThat(get(id).code()).isEqualTo("SESSION_EXPIRED");
        assertThat(caller.call("GetContext", Map.of("sessionToken", "demo-session-token"))
                        .code())
                .isEqualTo("SESSION_EXPIRED");
    }

    @Test
    void staysOverWhenTheClockIsSetBack() {
        String id = create();
        clock.advance("PT15M");
        get(id);

        clock.advance("-PT10M");

        assertThat(get(id).code()).isEqualTo("SESSION_EXPIRED");
    }

    @Test
    void remembersAnEndedSessionForAsLongAsTheContractSays() {
        String id = create();
        call("LogoutChildSession", id);

        clock.advance(Duration.ofMinutes(15).plusHours(36).minus(INSTANT));
        assertThat(call("LogoutChildSession", id).code()).isEqualTo("ALREADY_LOGGED_OUT");
        clock.advance(INSTANT);
        assertThat(call("LogoutChildSession", id).code()).isEqualTo("CHILD_SESSION_NOT_FOUND");
    }

    @Test
    void countsOnlyLivingSessionsTowardsALimit() {
        for (int i = 0; i < 4; i++) {
            create();
        }
        assertThat(tryToCreate().code()).isEqualTo("SESSION_LIMIT_REACHED");

        clock.advance("PT15M");

        assertThat(tryToCreate().status()).isEqualTo(200);
    }

    private String create() {
        return tryToCreate().data().get("sessionId").asString();
    }

    private Caller.Answered tryToCreate() {
        return caller.call("CreateChildSession", Map.of("sessionToken", "demo-session-token"));
    }

    private Caller.Answered get(String id) {
        return call("GetChildSession", id);
    }

    private Caller.Answered call(String operation, String id) {
        return caller.call(operation, Map.of("sessionToken", "demo-session-token", "sessionId", id));
    }
}
