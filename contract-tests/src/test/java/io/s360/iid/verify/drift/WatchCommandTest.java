package io.s360.iid.verify.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchCommandTest {

    private static final Pattern ADDRESS = Pattern.compile("verify: (http://\\S+) passes on");

    private final CountDownLatch listening = new CountDownLatch(1);
    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter() {
        @Override
        public void flush() {
            if (ADDRESS.matcher(toString()).find()) {
                listening.countDown();
            }
        }
    };

    @TempDir
    private Path folder;

    @Test
    void endsAfterSoManyRequestsAndWritesWhatItHasSeen() throws Exception {
        try (MockServer mock = MockServer.start(MockOptions.of(Caller.CONTRACT));
                Doctored upstream = new Doctored(mock.baseUri(), said -> said.with("X-Extra", "1"))) {
            CompletableFuture<Integer> exit = aside(
                    "--proxy",
                    upstream.uri().toString(),
                    "--port",
                    "0",
                    "--requests",
                    "1",
                    "--report",
                    folder.toString());
            listening.await();
            new Caller(address()).post("LogoutChildSession", "{}");

            assertThat(exit.get(1, TimeUnit.MINUTES)).isOne();
            assertThat(out.toString())
                    .contains("new: DRIFT", "1 exchanges, 1 differ", "diff --git a/api/src/main/resources");
            assertThat(Files.readString(folder.resolve("drift.json"))).contains("\"undeclared-header\"");
            assertThat(Files.readString(folder.resolve("drift.diff"))).startsWith("diff --git");
        }
    }

    /** Or whoever waits for the end of a watch would wait for ever. */
    @Test
    void countsARequestThatNobodyHasAnswered() throws Exception {
        CompletableFuture<Integer> exit = aside("--proxy", "http://localhost:1", "--port", "0", "--requests", "1");
        listening.await();

        new Caller(address()).post("LogoutChildSession", "{}");

        assertThat(exit.get(1, TimeUnit.MINUTES)).isZero();
        assertThat(out.toString()).contains("0 exchanges, 0 differ");
    }

    @Test
    void endsAfterSomeTimeAndIsContentWithWhoKeepsTheContract() {
        try (MockServer mock = MockServer.start(MockOptions.of(Caller.CONTRACT))) {
            int exit = run("--proxy=" + mock.baseUri(), "--port=0", "--for=0.2s");

            assertThat(exit).isZero();
            assertThat(out.toString()).contains("0 exchanges, 0 differ");
        }
    }

    @Test
    void saysInOneLineThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exit = run("--proxy", "http://localhost:1", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(exit).isEqualTo(2);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--proxy=localhost:1",
                "--proxy=ftp://localhost",
                "--proxy=http://user:secret-word@localhost",
                "--proxy=http://localhost?x=1",
                "--proxy=http://localhost --for=soon",
                "--proxy=http://localhost --for=-5s",
                "--proxy=http://localhost --port=70000",
                "--proxy=http://localhost --requests=-1",
                "--proxy=http://localhost --sed=1",
                "--proxy"
            })
    void saysInOneLineWhatIsWrongWithTheUsage(String arguments) {
        int exit = run(arguments.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("--help")
                .doesNotContain("secret-word");
    }

    private URI address() {
        Matcher found = ADDRESS.matcher(out.toString());
        assertThat(found.find()).isTrue();
        return URI.create(found.group(1));
    }

    /** In a thread of its own: the common pool may have one only, and the JDK's HTTP client needs it. */
    private CompletableFuture<Integer> aside(String... arguments) {
        return CompletableFuture.supplyAsync(() -> run(arguments), task -> new Thread(task, "watch").start());
    }

    private int run(String... arguments) {
        assertThat(WatchCommand.isMeant(arguments)).isTrue();
        return WatchCommand.run(
                InputStream.nullInputStream(), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
