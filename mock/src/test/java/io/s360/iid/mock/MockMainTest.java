package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.reading.ContractReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MockMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysWhereItIsAndHowToCallIt() {
        int exitCode = run("--port", "0", "--bind", "127.0.0.1");

        Matcher ready = Pattern.compile("S360 mock on (http://127\\.0\\.0\\.1:[0-9]+)\n")
                .matcher(out.toString());
        assertThat(ready.lookingAt()).isTrue();
        String uri = ready.group(1);
        assertThat(out.toString())
                .contains("curl -X POST " + uri + "/")
                .contains(
                        "X-IID-CLIENT-ID: TIBCO_CONSUMER", "X-IID-API-KEY: demo-tibco-key", uri + "/__admin/mappings");
        assertThat(exitCode).isZero();
        assertThat(err.toString()).isEmpty();

        Caller.send(HttpRequest.newBuilder(URI.create(uri + "/__admin/shutdown"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @Test
    void endsWellWhenItIsToldToStop() throws IOException, InterruptedException {
        Process mock = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MockMain.class.getName(),
                        "--port=0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = mock.inputReader()) {
            assertThat(said.readLine()).startsWith("S360 mock on ");

            mock.destroy();

            assertThat(mock.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(mock.exitValue()).isZero();
        } finally {
            mock.destroyForcibly();
        }
    }

    @Test
    void letsThingsGoWrongAndGivesTheSameIdsForTheSameSeedIfTold() {
        String first = traceIdOf("--seed", "5", "--faults");

        assertThat(traceIdOf("--seed", "5", "--faults")).isEqualTo(first);
        assertThat(traceIdOf("--seed", "6", "--faults")).isNotEqualTo(first);
    }

    /** Of a mock that is then stopped. */
    private String traceIdOf(String... options) {
        out.getBuffer().setLength(0);
        run(Stream.concat(Stream.of("--port", "0"), Stream.of(options)).toArray(String[]::new));
        Matcher ready = Pattern.compile("S360 mock on (http://\\S+)").matcher(out.toString());
        assertThat(ready.find()).isTrue();
        Caller.Answered failed = Caller.send(
                HttpRequest.newBuilder(URI.create(ready.group(1) + "/middleware/api/external/sso/session/logout"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .header("X-Mock-Fault", "answer=503")
                        .build());
        assertThat(failed.status()).isEqualTo(503);
        Caller.send(HttpRequest.newBuilder(URI.create(ready.group(1) + "/__admin/shutdown"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        return failed.header("X-IID-TraceId");
    }

    @Test
    void printsTheCatalogueAndStartsNothing() {
        int exitCode = run("--catalogue", "--port", "4999");

        assertThat(exitCode).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("401 already-logged-out", "curl ", "http://localhost:4999/")
                .doesNotContain("S360 mock on");
    }

    @Test
    void exportsMappingsAndStartsNothing(@TempDir Path folder) throws IOException {
        int exitCode = run("--export", folder.resolve("plain").toString());

        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains(" mappings in ", "--root-dir").doesNotContain("S360 mock on");
        assertThat(folder.resolve("plain/mappings/logoutchildsession-success.json"))
                .exists();

        Files.writeString(folder.resolve("plain/mine.txt"), "mine");
        assertThat(run("--export", folder.resolve("plain").toString())).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("mine.txt");
    }

    @Test
    void saysInOneLineThatAPortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int exitCode = run("--port", String.valueOf(taken.getLocalPort()));

            assertThat(exitCode).isEqualTo(2);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort(), "is in use", "0 for any");
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void saysInOneLineThatAnAddressIsNotItsOwn() {
        assertThat(run("--port", "0", "--bind", "203.0.113.1")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("203.0.113.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=x", "--port=-1", "--port=65536", "--nonsense", "surplus"})
    void saysInOneLineWhatIsWrongWithItsOptions(String option) {
        assertThat(run(option)).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("mock: ")
                .contains("--help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void explainsItsOptions() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--port", "--bind", "--admin-from-anywhere", "--faults", "--seed", "4010");
    }

    @Test
    void tellsItsVersionAndTheContracts() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString())
                .contains("contract " + ContractReader.readBundled().version());
    }

    private int run(String... arguments) {
        return MockMain.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true), () -> {});
    }
}
