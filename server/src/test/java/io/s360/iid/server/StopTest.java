package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Between the order to stop and the end, nobody is refused who does not know yet. */
class StopTest {

    private static final Map<String, String> BODY = Map.of("sessionToken", DEMO_TOKEN);
    private static final String KEY = "open-sesame";

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

    /** The server is not ready a moment before it begins to drain. */
    private static WireCaller.Answer firstThatEndsItsConnection(WireCaller caller) {
        return Stream.generate(() -> caller.call("GetContext", BODY))
                .limit(10_000)
                .filter(answer -> "close".equals(answer.headers().get("connection")))
                .findFirst()
                .orElseThrow();
    }
}
