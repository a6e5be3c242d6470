package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.WireCaller.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the seeds of the demo are for: every refusal can be met without preparing anything. */
class DemoTest {

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

    @ParameterizedTest
    @CsvSource({
        "TIBCO_CONSUMER,    1, 401, ALREADY_LOGGED_OUT",
        "TIBCO_CONSUMER,    2, 401, SESSION_EXPIRED",
        "TIBCO_CONSUMER,    3, 401, SESSION_ENDED",
        "TIBCO_CONSUMER,    4, 401, SESSION_ENDED",
        "TIBCO_CONSUMER,    5, 401, SESSION_ENDED",
        "TIBCO_CONSUMER,    6, 404, CHILD_SESSION_NOT_FOUND",
        "TIBCO_CONSUMER,    7, 404, CHILD_SESSION_NOT_FOUND",
        "RESTRICTED_PORTAL, 6, 403, OPERATION_NOT_ALLOWED",
        "DISABLED_PORTAL,   1, 401, CLIENT_AUTH_FAILED"
    })
    void refusesByTheSeedsOfTheDemo(String client, int seed, int status, String code) {
        Answer answer = WireCaller.of(server, client)
                .call("GetChildSession", DEMO_TOKEN, "00000000-0000-4000-8000-00000000000" + seed);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/data").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "logged-out, ALREADY_LOGGED_OUT",
        "expired, SESSION_EXPIRED",
        "ended, SESSION_ENDED",
        "x, SESSION_INVALID"
    })
    void refusesByTheParentsOfTheDemo(String token, String code) {
        assertThat(tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN + "-" + token))
                        .code())
                .isEqualTo(code);
    }
}
