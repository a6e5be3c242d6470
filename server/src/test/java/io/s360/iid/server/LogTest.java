package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.s360.iid.server.session.SessionToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** However much is logged, no key, token or credential is. */
class LogTest {

    private static final String SEEDED = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";
    private static final String CREDENTIAL = "open-sesame";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @Test
    void tellsNoSecret() {
        logEverything();

        assertThat(logged.list).isNotEmpty();
        assertThat(logged.list)
                .extracting(LogTest::wholeText)
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(
                                DEMO_TOKEN,
                                new SessionToken(DEMO_TOKEN).hash().hex(),
                                "demo-tibco-key",
                                "wrong-key",
                                CREDENTIAL,
                                "a message"));
    }

    @Test
    void warnsOfNothingThatCallersDo() {
        logEverything();

        assertThat(logged.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    private void logEverything() {
        S360Server.Options options = S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, CREDENTIAL)
                .with("logging.level.io.s360.iid=trace")
                .with("logging.level.org.springframework.jdbc=debug");
        try (S360Server server = S360Server.start(options)) {
            logged.start();
            root.addAppender(logged);
            callWhateverThereIs(server);
        } finally {
            root.detachAppender(logged);
        }
    }

    @Test
    void tellsNoSecretByTheTextOfAnObject() {
        assertThat(new SessionToken(DEMO_TOKEN).toString()).doesNotContain(DEMO_TOKEN);
        assertThat(new SessionToken(DEMO_TOKEN).hash().toString())
                .doesNotContain(new SessionToken(DEMO_TOKEN).hash().hex());
    }

    private static void callWhateverThereIs(S360Server server) {
        WireCaller tibco = WireCaller.tibco(server);
        tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN));
        tibco.call("RefreshChildSession", DEMO_TOKEN, SEEDED);
        tibco.call(
                "AddMessages",
                Map.of(
                        "sessionToken",
                        DEMO_TOKEN,
                        "sessionId",
                        SEEDED,
                        "messages",
                        List.of(Map.of("level", "INFO", "en", "a message", "ar", "ب"))));
        tibco.call("LogoutChildSession", DEMO_TOKEN, SEEDED);
        tibco.call("LogoutChildSession", DEMO_TOKEN, SEEDED);
        tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN, "more", DEMO_TOKEN));
        tibco.with("X-IID-API-KEY", "wrong-key").call("GetContext", Map.of("sessionToken", DEMO_TOKEN));
        tibco.post("/nowhere?key=demo-tibco-key", "{}");
        WireCaller operator = WireCaller.operator(server, CREDENTIAL);
        operator.post("/parent-sessions/end", "{\"sessionToken\":\"" + DEMO_TOKEN + "\",\"reason\":\"ADMIN\"}");
    }

    private static String wholeText(ILoggingEvent event) {
        return event.getFormattedMessage()
                + event.getMDCPropertyMap()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
