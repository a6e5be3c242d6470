package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.exchange.ReadOnlyTarget;
import io.s360.iid.verify.exchange.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options of the command line do. */
class VerifyOptionsTest {

    private static final Map<String, String> CREDENTIALS = Map.of(
            "S360_CLIENT_ID", "TIBCO_CONSUMER",
            "S360_CLIENT_KEY", "canary-\"key'-/+-0123456789",
            "S360_SESSION_TOKEN", "canary-token\\ %41-0123456789",
            "GATEWAY_TOKEN", "canary-gateway-0123456789");

    private final Contract contract = ContractReader.readBundled();
    private final Operation harmless = contract.operations().stream()
            .filter(ReadOnlyTarget::isHarmless)
            .findFirst()
            .orElseThrow();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--target",
                "--report",
                "--only",
                "--seed",
                "--budget",
                "--walks",
                "--read-only",
                "--strict",
                "--header"
            })
    void tellsOfEachOption(String option) {
        assertThat(run(Map.of(), "--help")).isZero();

        assertThat(out.toString()).contains(option, "Exit codes: 0");
    }

    @Test
    void tellsItsVersionAndTheContracts() {
        assertThat(run(Map.of(), "--version")).isZero();

        assertThat(out.toString()).contains("s360 verify ", "contract " + contract.version());
    }

    @Test
    void saysWhichOperationsThereAre() {
        int exit = run(Map.of(), "--only", "Nothing");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains(contract.operations().stream().map(Operation::id).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--budget=0 | --budget takes",
                "--budget=many | --budget",
                "--walks=-1 | --walks takes",
                "--seed=x | --seed",
                "--header=nonsense | Name: value",
                "--header=X-Pass: $UNSET_VARIABLE | set UNSET_VARIABLE",
                "--header=Content-Type: text/plain | Content-Type",
                "--header=Connection: close | Connection",
                "--target=http://me:canary@localhost | --header",
                "--target=http://localhost?key=canary | query"
            })
    void saysInOneLineHowToMendTheUsage(String argument, String mend) {
        int exit = run(Map.of(), argument);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains(mend, "--help")
                .doesNotContain("canary");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesAReportThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        int exit = run(Map.of(), "--report", file.resolve("below").toString(), "--target", "http://localhost:1");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--report", "cannot be written");
    }

    @Test
    void sendsItsHeadersWithEveryRequest() {
        try (EchoingServer echo = new EchoingServer()) {
            run(
                    CREDENTIALS,
                    "--target",
                    echo.address(),
                    "--only",
                    harmless.id(),
                    "--header",
                    "Authorization: Bearer ${GATEWAY_TOKEN}");

            assertThat(echo.seen()).hasSizeGreaterThan(20);
            assertThat(echo.seen())
                    .filteredOn(request -> !request.header("Authorization").equals("Bearer canary-gateway-0123456789"))
                    .isEmpty();
        }
    }

    /** The target says everything back, so every secret comes in an answer, too. */
    @Test
    void showsNoSecretAnywhere() throws IOException {
        try (EchoingServer echo = new EchoingServer()) {
            int exit = run(
                    CREDENTIALS,
                    "--target",
                    echo.address(),
                    "--report",
                    folder.toString(),
                    "--header",
                    "Authorization: Bearer $GATEWAY_TOKEN",
                    "--header",
                    "X-Literal: canary-literal-0123456789");

            assertThat(exit).isOne();
        }

        List<String> shown =
                List.of(out.toString(), err.toString(), text("report.html"), text("junit.xml"), text("statement.json"));
        assertThat(shown)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainIgnoringCase("0123456789")
                        .doesNotContainIgnoringCase("canary-"));
        assertThat(out.toString()).contains("$S360_CLIENT_KEY", "$GATEWAY_TOKEN", "$X_LITERAL");
    }

    @Test
    void sendsNothingThatCouldChangeSomething() {
        try (EchoingServer echo = new EchoingServer()) {
            run(CREDENTIALS, "--target", echo.address(), "--read-only");

            List<String> paths = contract.operations().stream()
                    .filter(ReadOnlyTarget::isHarmless)
                    .map(Operation::path)
                    .toList();
            assertThat(echo.seen()).hasSizeGreaterThan(50);
            assertThat(echo.seen())
                    .filteredOn(request -> paths.stream().noneMatch(plain(request.target())::startsWith))
                    .as("requests to other operations")
                    .isEmpty();
            assertThat(echo.seen()).extracting(Request::method).isSubsetOf("POST", "GET", "HEAD", "OPTIONS");
            assertThat(echo.seen().subList(1, echo.seen().size()))
                    .filteredOn(request ->
                            !request.hasOnly(contract.headers().clientKey(), CREDENTIALS.get("S360_CLIENT_KEY")))
                    .as("requests with another key")
                    .isEmpty();
        }
        assertThat(out.toString()).contains("read only");
    }

    @Test
    void tellsHowToGetTheSameResult() {
        try (EchoingServer echo = new EchoingServer()) {
            run(Map.of(), "--target", echo.address(), "--only", harmless.id(), "--seed", "7", "--budget", "5");
        }

        assertThat(out.toString().lines().reduce((first, last) -> last))
                .hasValueSatisfying(last -> assertThat(last).contains("seed 7", "budget 5", " s"));
    }

    private static String plain(String target) {
        return URLDecoder.decode(target, StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT)
                .replaceAll("/+", "/");
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private int run(Map<String, String> environment, String... arguments) {
        return VerifyMain.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
