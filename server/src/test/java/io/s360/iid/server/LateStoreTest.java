package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.CONTRACT;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s360.iid.contract.Operation;
import io.s360.iid.server.session.store.TestPostgres;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store that is down when the server starts, or goes down later, is waited for. */
class LateStoreTest {

    private static TestPostgres postgres;

    @BeforeAll
    static void startPostgres() {
        postgres = TestPostgres.own(Map.of());
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @Test
    void startsWithoutItsStoreAndOpensItLater() {
        String empty = postgres.newDatabase();
        postgres.stop();
        S360Server.Options options = S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, "a-management-key")
                .with("spring.datasource.url=" + empty);

        try (S360Server server = S360Server.start(options)) {
            WireCaller tibco = WireCaller.tibco(server);
            WireCaller operator = WireCaller.operator(server, "a-management-key");
            assertThat(CONTRACT.operations())
                    .extracting(operation -> anExampleOf(operation, tibco).code())
                    .hasSizeGreaterThan(6)
                    .containsOnly("SERVICE_UNAVAILABLE");
            assertThat(operator.send("GET", "/health/ready").status()).isEqualTo(503);
            assertThat(operator.send("GET", "/health/live").status()).isEqualTo(200);

            postgres.start();

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> operator.send("GET", "/health/ready").status() == 200);
            String child = tibco.open(DEMO_TOKEN);
            assertThat(tibco.call("LogoutChildSession", DEMO_TOKEN, child).status())
                    .isEqualTo(200);
        } finally {
            postgres.start();
        }
    }

    private static WireCaller.Answer anExampleOf(Operation operation, WireCaller caller) {
        return caller.call(
                operation.id(), operation.requests().values().iterator().next());
    }
}
