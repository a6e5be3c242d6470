package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final String ROOT = "s360-iid.yaml";
    private static final String LOGGED_OUT = "examples/LogoutChildSession-logged-out.yaml";
    private static final String DEMO = "{\"sessionToken\":\"demo-session-token\"}";

    @TempDir
    private Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private MockServer mock;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        Contracts.copiedTo(folder);
        Source source = Source.of(folder.resolve(ROOT), 1);
        mock = MockServer.start(MockOptions.of(source.first()).withLog(log::add));
        source.watch(new Reloading(source, mock, log::add));
        caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void servesASavedExampleAndKeepsTheSessions() throws IOException {
        String id =
                caller.call("CreateChildSession", DEMO).data().get("sessionId").asString();

        edit(LOGGED_OUT, text -> text.replace("en: Success", "en: Gone"));
        awaitLog("saved, and served");

        String body = "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"" + id + "\"}";
        assertThat(caller.call("LogoutChildSession", body).body()).contains("\"en\":\"Gone\"");
        assertThat(caller.call("LogoutChildSession", body).code()).isEqualTo("ALREADY_LOGGED_OUT");
    }

    @Test
    void keepsTheLastGoodContractAndSaysWhatIsBroken() throws IOException {
        edit(ROOT, text -> text.replace("answer: session-expired}", "answer: session-expird}"));
        awaitLog("saved, but broken");

        assertThat(caller.call("GetContext", DEMO).status()).isEqualTo(200);
        assertThat(String.join("\n", log)).contains(ROOT + ":", "session-expird");
    }

    @Test
    void keepsAUsersOwnStubs() throws IOException {
        caller.send(
                "POST",
                "/__admin/mappings",
                "{\"request\":{\"urlPath\":\"/own\"},\"response\":{\"status\":299,\"body\":\"own\"}}");

        edit(LOGGED_OUT, text -> text.replace("en: Success", "en: Gone"));
        awaitLog("saved, and served");

        assertThat(caller.send("GET", "/own", "").status()).isEqualTo(299);
        assertThat(caller.send("GET", "/__admin/mappings", "").body()).contains("\"Gone\"");
    }

    private void edit(String name, UnaryOperator<String> change) throws IOException {
        String before = Files.readString(folder.resolve(name));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(folder.resolve(name), after);
    }

    private void awaitLog(String text) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (log.stream().noneMatch(line -> line.contains(text))) {
            assertThat(Instant.now()).as("until the log says: " + text).isBefore(limit);
            Thread.onSpinWait();
        }
    }
}
