package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Between the order to stop and the end, nobody is refused who does not know yet. */
class StopTest {

    private static final Map<String, String> BODY = Map.of("sessionToken", DEMO_TOKEN);
    private static final String SEEDED = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";
    private static final String KEY = "open-sesame";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Tomcat alone leaves two seconds to those who are under way. */
    private static final Duration LONGER_THAN_TOMCAT_WAITS = Duration.ofSeconds(3);

    @Test
    void stillServesWhileItSaysThatItIsNotReady() throws InterruptedException {
        S360Server server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, KEY)
                .with("s360.stop.drain=PT10M"));
        WireCaller tibco = WireCaller.tibco(server);
        WireCaller operator = WireCaller.operator(server, KEY);
        WireCaller.Answer before = tibco.call("GetContext", BODY);
        Thread stopping = new Thread(server::close, "stopping");

        stopping.start();
        try {
            int ready = Stream.generate(
                            () -> operator.send("GET", "/health/ready").status())
                    .limit(10_000)
                    .filter(status -> status != 200)
                    .findFirst()
                    .orElse(200);
            WireCaller.Answer meanwhile = firstThatEndsItsConnection(tibco);

            assertThat(before.headers()).doesNotContainKey("connection");
            assertThat(ready).isEqualTo(503);
            assertThat(meanwhile.status()).isEqualTo(200);
            assertThat(operator.send("GET", "/health/live").status()).isEqualTo(200);
        } finally {
            stopping.interrupt();
            stopping.join();
        }
    }

    @Test
    void finishesWhatIsUnderWay() throws Exception {
        Faults faults = new Faults();
        S360Server server = S360Server.start(
                S360Server.Options.defaults().withDemo().withPort(0).withStore(faults::before));
        int port = server.port();
        WireCaller tibco = WireCaller.tibco(server);
        Faults.Held held = faults.hold();
        Thread stopping = new Thread(server::close, "stopping");
        CompletableFuture<WireCaller.Answer> logout =
                CompletableFuture.supplyAsync(() -> tibco.call("LogoutChildSession", DEMO_TOKEN, SEEDED));
        try {
            held.awaitArrival();
            stopping.start();
            Awaitility.await().atMost(PATIENCE).until(() -> isClosed(port));
            stopping.join(LONGER_THAN_TOMCAT_WAITS.toMillis());
            held.release();

            assertThat(logout.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status())
                    .isEqualTo(200);
            stopping.join(PATIENCE.toMillis());
            assertThat(stopping.isAlive()).isFalse();
        } finally {
            held.release();
            server.close();
        }
    }

    @Test
    void finishesWhatThePortalHasUnderWay() throws Exception {
        Faults faults = new Faults();
        S360Server server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, KEY)
                .withStore(faults::before));
        int port = server.managementPort().orElseThrow();
        WireCaller operator = WireCaller.operator(server, KEY);
        Faults.Held held = faults.hold();
        Thread stopping = new Thread(server::close, "stopping");
        CompletableFuture<WireCaller.Answer> end = CompletableFuture.supplyAsync(() -> operator.post(
                "/parent-sessions/end", "{\"sessionToken\":\"" + DEMO_TOKEN + "\",\"reason\":\"ADMIN\"}"));
        try {
            held.awaitArrival();
            stopping.start();
            Awaitility.await().atMost(PATIENCE).until(() -> isClosed(port));
            stopping.join(LONGER_THAN_TOMCAT_WAITS.toMillis());
            held.release();

            assertThat(end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status()).isEqualTo(200);
            stopping.join(PATIENCE.toMillis());
            assertThat(stopping.isAlive()).isFalse();
        } finally {
            held.release();
            server.close();
        }
    }

    private static boolean isClosed(int port) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            return !socket.isConnected();
        } catch (ConnectException refused) {
            return true;
        }
    }

    /** The server is not ready a moment before it begins to drain. */
    private static WireCaller.Answer firstThatEndsItsConnection(WireCaller caller) {
        return Stream.generate(() -> caller.call("GetContext", BODY))
                .limit(10_000)
                .filter(answer -> "close".equals(answer.headers().get("connection")))
                .findFirst()
                .orElseThrow();
    }
}
