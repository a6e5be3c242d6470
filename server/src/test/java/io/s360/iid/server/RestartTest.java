package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.WireCaller.Answer;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionsForTests;
import io.s360.iid.server.session.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been answered stays true, however the process ends. */
class RestartTest {

    private static final String SEEDED = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";
    private static final String OTHER_TOKEN = DEMO_TOKEN + "-2";
    private static final String KEY = "open-sesame";
    private static final Pattern ADDRESS = Pattern.compile("S360 server on (http://\\S+?)(?=[, ])");

    @TempDir
    private Path folder;

    @Test
    void keepsWhatHasEndedThroughARestart() {
        String opened;
        String ofParent;
        try (S360Server server = start()) {
            WireCaller tibco = WireCaller.tibco(server);
            opened = tibco.open(DEMO_TOKEN);
            ofParent = tibco.open(OTHER_TOKEN);
            assertThat(tibco.call("LogoutChildSession", DEMO_TOKEN, SEEDED).status())
                    .isEqualTo(200);
            assertThat(WireCaller.operator(server, KEY)
                            .postObject("/parent-sessions/end", Map.of("sessionToken", OTHER_TOKEN, "reason", "ADMIN"))
                            .status())
                    .isEqualTo(200);
        }

        try (S360Server server = start()) {
            WireCaller tibco = WireCaller.tibco(server);
            assertThat(Replay.aboutChild(tibco, DEMO_TOKEN, SEEDED))
                    .isEqualTo(Replay.refusedBecause("ALREADY_LOGGED_OUT"));
            assertThat(Replay.aboutChild(tibco, OTHER_TOKEN, ofParent))
                    .isEqualTo(Replay.refusedBecause("SESSION_ENDED"));
            assertThat(Replay.aboutParent(tibco, OTHER_TOKEN)).containsOnly("401 SESSION_ENDED");
            assertThat(tibco.call("GetChildSession", DEMO_TOKEN, opened).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsALogoutWhenTheProcessIsKilled() throws Exception {
        Process process = process();
        try {
            WireCaller tibco = WireCaller.of(addressOf(process), "TIBCO_CONSUMER");
            assertThat(tibco.call("LogoutChildSession", DEMO_TOKEN, SEEDED).status())
                    .isEqualTo(200);
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (S360Server server = start()) {
            assertThat(WireCaller.tibco(server)
                            .call("LogoutChildSession", DEMO_TOKEN, SEEDED)
                            .code())
                    .isEqualTo("ALREADY_LOGGED_OUT");
        }
    }

    /** As on a machine whose clock is an hour slow when the server starts. */
    @Test
    void goesOnFromTheTimeThatItsDataWereWrittenAt() {
        Instant written = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        try (TestDatabase data = TestDatabase.in(folder)) {
            data.store(InstantSource.system()).addParent(aParentOpenedAt(written));
        }

        try (S360Server server = start()) {
            Answer created = WireCaller.tibco(server).call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN));

            assertThat(Instant.parse(created.text("/data/createdAt")))
                    .isBetween(written, Instant.now().plus(Duration.ofHours(1)));
        }
    }

    private static ParentSession aParentOpenedAt(Instant now) {
        Lifespan.Limits limits = new Lifespan.Limits(Duration.ofMinutes(30), Duration.ofHours(12));
        return SessionsForTests.aParent(Lifespan.startingAt(now, limits, Instant.MAX));
    }

    @Test
    void sharesItsDataWithNoOtherProcess() throws Exception {
        try (S360Server server = start()) {
            Process second = process();

            List<String> said = linesOf(second);

            assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(second.exitValue()).isEqualTo(2);
            assertThat(said)
                    .singleElement()
                    .asString()
                    .contains("in use by another process")
                    .contains("--data");
            assertThat(server.port()).isPositive();
        }
    }

    private S360Server start() {
        return S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, KEY)
                .withData(folder));
    }

    private Process process() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerApplication.class.getName()));
        command.addAll(List.of("--demo", "--port", "0", "--data", folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static URI addressOf(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher address = ADDRESS.matcher(line + " ");
            if (address.find()) {
                return URI.create(address.group(1));
            }
        }
        throw new AssertionError("The process has not said where it listens");
    }

    private static List<String> linesOf(Process process) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return out.lines().toList();
        }
    }
}
