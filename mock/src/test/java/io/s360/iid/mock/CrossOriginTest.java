package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation LOGOUT = CONTRACT.operation("LogoutChildSession");
    private static final String ORIGIN = "https://portal.example";

    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(MockOptions.of(CONTRACT));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @Test
    void allowsWhatAPreflightAsksFor() {
        Caller.Answered answered = caller().send(
                        "OPTIONS",
                        LOGOUT.path(),
                        "",
                        "Origin",
                        ORIGIN,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type,x-iid-api-key,x-iid-client-id,prefer");

        assertThat(answered.status()).isEqualTo(204);
        assertThat(answered.body()).isEmpty();
        assertThat(answered.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(answered.header("Access-Control-Allow-Methods")).isEqualTo("POST");
        assertThat(answered.header("Access-Control-Allow-Headers"))
                .isEqualTo("content-type,x-iid-api-key,x-iid-client-id,prefer");
        assertThat(answered.header("Vary"))
                .isEqualTo("Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/middleware/api/external/sso/session/logout", "/nowhere"})
    void letsPagesReadEveryAnswerAndAllItsHeaders(String path) {
        Caller.Answered answered = caller().send("POST", path, "", "Origin", ORIGIN);

        assertThat(answered.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(answered.header("Vary")).isEqualTo("Origin");
        assertThat(Arrays.asList(
                        answered.header("Access-Control-Expose-Headers").split(", ")))
                .contains("X-IID-TraceId", "Retry-After", "Allow", "Preference-Applied", "X-Mock-Reason");
    }

    @Test
    void letsPagesReadTheAnswersOfAUsersOwnStub() {
        caller().send(
                        "POST",
                        "/__admin/mappings",
                        "{\"request\":{\"urlPath\":\"/own\"},\"response\":{\"status\":200}}");

        assertThat(caller().send("GET", "/own", "", "Origin", ORIGIN).header("Access-Control-Allow-Origin"))
                .isEqualTo(ORIGIN);
    }

    @Test
    void saysNothingOfOriginsToWhoHasNone() {
        Caller.Answered answered = caller().send("POST", LOGOUT.path(), "");

        assertThat(answered.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control") || name.equals("vary"));
    }

    @Test
    void refusesOptionsThatAreNoPreflight() {
        Caller.Answered answered = caller().send("OPTIONS", LOGOUT.path(), "", "Origin", ORIGIN);

        assertThat(answered.status()).isEqualTo(405);
        assertThat(answered.header("Allow")).isEqualTo("POST");
    }

    private static Caller caller() {
        return new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
    }
}
