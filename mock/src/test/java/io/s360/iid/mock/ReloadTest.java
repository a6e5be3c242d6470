package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();
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
    void servesASavedExampleAndKeepsTheSessions() throws IOException, InterruptedException {
        String id =
                caller.call("CreateChildSession", DEMO).data().get("sessionId").asString();

        edit(LOGGED_OUT, text -> text.replace("en: Success", "en: Gone"));
        awaitLog("saved, and served");

        String body = "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"" + id + "\"}";
        assertThat(caller.call("LogoutChildSession", body).body()).contains("\"en\":\"Gone\"");
        assertThat(caller.call("LogoutChildSession", body).code()).isEqualTo("ALREADY_LOGGED_OUT");
    }

    @Test
    void keepsTheLastGoodContractAndSaysWhatIsBroken() throws IOException, InterruptedException {
        edit(ROOT, text -> text.replace("answer: session-expired}", "answer: session-expird}"));
        awaitLog("saved, but broken");

        assertThat(caller.call("GetContext", DEMO).status()).isEqualTo(200);
        assertThat(String.join("\n", told)).contains(ROOT + ":", "session-expird");
    }

    @Test
    void keepsAUsersOwnStubs() throws IOException, InterruptedException {
        caller.send(
                "POST",
                "/__admin/mappings",
                "{\"request\":{\"urlPath\":\"/own\"},\"response\":{\"status\":299,\"body\":\"own\"}}");

        edit(LOGGED_OUT, text -> text.replace("en: Success", "en: Gone"));
        awaitLog("saved, and served");

        assertThat(caller.send("GET", "/own", "").status()).isEqualTo(299);
        assertThat(caller.send("GET", "/__admin/mappings", "").body()).contains("\"Gone\"");
    }

    @Test
    void keepsAUsersOwnSettings() throws IOException, InterruptedException {
        caller.send("POST", "/__admin/settings", "{\"fixedDelay\":7}");

        edit(LOGGED_OUT, text -> text.replace("en: Success", "en: Gone"));
        awaitLog("saved, and served");

        assertThat(caller.send("GET", "/__admin/settings", "").body()).containsPattern("\"fixedDelay\" *: *7");
    }

    @Test
    void servesAContractThatIsOneLineOfJson() throws IOException {
        Path json = Files.writeString(
                folder.resolve("contract.json"), CONTRACT.root().value().toString());

        try (MockServer other =
                MockServer.start(MockOptions.of(Source.of(json, 1).first()))) {
            Caller same = new Caller(other, CONTRACT, "TIBCO_CONSUMER");
            String id = same.call("CreateChildSession", DEMO)
                    .data()
                    .get("sessionId")
                    .asString();
            String body = "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"" + id + "\"}";
            assertThat(same.call("LogoutChildSession", body).status()).isEqualTo(200);
            assertThat(same.call("LogoutChildSession", body).code()).isEqualTo("ALREADY_LOGGED_OUT");
        }
    }

    private void edit(String name, UnaryOperator<String> change) throws IOException {
        String before = Files.readString(folder.resolve(name));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(folder.resolve(name), after);
    }

    private void awaitLog(String text) throws InterruptedException {
        while (told.stream().noneMatch(line -> line.contains(text))) {
            String line = log.poll(30, TimeUnit.SECONDS);
            assertThat(line).as("what the log says before: " + text).isNotNull();
            told.add(line);
            log.drainTo(told);
        }
    }
}
