package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.store.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL, chosen by its address alone. */
class PostgresTest {

    private static final List<Map<String, String>> MESSAGES = List.of(
            Map.of("level", "INFO", "en", "Done", "ar", "تم"), Map.of("level", "INFO", "en", "Done", "ar", "تم"));

    private static S360Server one;
    private static S360Server other;
    private static WireCaller here;
    private static WireCaller there;

    @BeforeAll
    static void start() {
        S360Server.Options options = S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .with("spring.datasource.url=" + TestPostgres.shared().newDatabase());
        one = S360Server.start(options);
        other = S360Server.start(options);
        here = WireCaller.tibco(one);
        there = WireCaller.tibco(other);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void answersEveryOperationByTheContract() {
        String child = here.open(DEMO_TOKEN);

        List<Integer> statuses = Stream.of("GetChildSession", "RefreshChildSession", "ValidateChildSession")
                .map(operation -> there.call(operation, DEMO_TOKEN, child).status())
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(there.call("GetContext", Map.of("sessionToken", DEMO_TOKEN)).status())
                .isEqualTo(200);
        assertThat(there.call(
                                "AddMessages",
                                Map.of("sessionToken", DEMO_TOKEN, "sessionId", child, "messages", MESSAGES))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void seesALogoutOnTheOtherInstanceAtOnce() {
        String child = here.open(DEMO_TOKEN);

        assertThat(there.call("LogoutChildSession", DEMO_TOKEN, child).status()).isEqualTo(200);

        assertThat(here.call("GetChildSession", DEMO_TOKEN, child).code()).isEqualTo("ALREADY_LOGGED_OUT");
        assertThat(here.call("LogoutChildSession", DEMO_TOKEN, child).code()).isEqualTo("ALREADY_LOGGED_OUT");
    }
}
