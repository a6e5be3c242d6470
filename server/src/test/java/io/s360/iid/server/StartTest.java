package io.s360.iid.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s360.iid.server.proof.ServerProcess;
import io.s360.iid.server.session.store.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** How the server starts, and that it says in one line why it does not. */
class StartTest {

    private static final String A_HASH = "s360.clients[0].key-sha256=" + "ab".repeat(32);

    @TempDir
    private Path folder;

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("--data", "s360.clients[0].id=A", A_HASH),
                refusal("There is no client", "--data=%"),
                refusal("There is no place for the data", "--no-demo"),
                refusal("There is no place for the data", "--demo", "s360.demo=true", "s360.demo=false"),
                refusal(
                        "two places for the data",
                        "--data=%",
                        "spring.datasource.url=jdbc:postgresql://db.example/s360"),
                refusal("cannot have a semicolon", "--demo", "--data=%/a;b"),
                refusal("unknown option: '--prot'", "--prot"),
                refusal("'demo' is neither an option nor name=value", "demo"),
                refusal("a port from 0 to 65535", "--demo", "--port=65536"),
                refusal("'x' is not an int", "--demo", "--port=x"),
                refusal("S360_MANAGEMENT_KEY", "--demo", "--port=0", "--management-port=0"),
                refusal(
                        "s360.management.port must be a port",
                        "--demo",
                        "--port=0",
                        "s360.management.port=65536",
                        "s360.management.key=k"),
                refusal("S360_MANAGEMENT_KEY", "--data=%", "s360.clients[0].id=A", A_HASH),
                refusal(
                        "16 characters",
                        "--data=%",
                        "s360.clients[0].id=A",
                        A_HASH,
                        "s360.management.key=fifteen-letters"),
                refusal(
                        "16 characters",
                        "--data=%",
                        "s360.clients[0].id=A",
                        A_HASH,
                        "s360.management.key=sixteen-letters!",
                        "s360.management.metrics-key=short"),
                refusal("choose another s360.audit.file", "--demo", "--port=0", "s360.audit.file=/proc/none/audit"),
                refusal("no id or no key", "--data=%", "s360.clients[0].id=A"),
                refusal("is no hash", "--data=%", "s360.clients[0].id=A", "s360.clients[0].key-sha256=abc"),
                refusal(
                        "the hash of nothing",
                        "--data=%",
                        "s360.clients[0].id=A",
                        "s360.clients[0].key-sha256=" + sha256Of("")),
                refusal(
                        "could send nothing",
                        "--data=%",
                        "s360.clients[0].id=A",
                        A_HASH,
                        "s360.clients[0].requests-per-minute=0"),
                refusal(
                        "more than 2 keys",
                        "--data=%",
                        "s360.clients[0].id=A",
                        A_HASH,
                        "s360.clients[0].keys[0].sha256=" + "12".repeat(32),
                        "s360.clients[0].keys[1].sha256=" + "34".repeat(32)),
                refusal(
                        "keys[0].expires cannot be used",
                        "--data=%",
                        "s360.clients[0].id=A",
                        "s360.clients[0].keys[0].sha256=" + "12".repeat(32),
                        "s360.clients[0].keys[0].expires=tomorrow"),
                refusal(
                        "s360.limits.unknown-tokens-per-minute cannot be used",
                        "--demo",
                        "s360.limits.unknown-tokens-per-minute=0"),
                refusal("no operation", "--data=%", "s360.clients[0].id=A", A_HASH, "s360.clients[0].granted=Fly"),
                refusal("s360.audit.file is empty", "--demo", "--port=0", "s360.audit.file="),
                refusal("no setting s360.client[0].id", "--demo", "s360.client[0].id=A"),
                refusal(
                        "s360.clients[0].requests-per-minute cannot be used",
                        "--demo",
                        "s360.clients[0].id=A",
                        A_HASH,
                        "s360.clients[0].requests-per-minute=many"),
                refusal("s360.sweep-every cannot be used: it takes a time", "--demo", "s360.sweep-every=soon"),
                refusal("s360.sweep-every must be longer", "--demo", "s360.sweep-every=0s"),
                refusal("s360.patience.headers must be longer", "--demo", "--port=0", "s360.patience.headers=0s"),
                refusal("s360.patience.body must be longer", "--demo", "--port=0", "s360.patience.body=-1s"),
                refusal("s360.patience.rest must be longer", "--demo", "--port=0", "s360.patience.rest=0s"),
                refusal(
                        "s360.limits.trusted-proxies cannot be used: it takes a regular expression",
                        "--demo",
                        "--port=0",
                        "s360.limits.trusted-proxies=("),
                refusal("s360.demo cannot be used: it takes true or false", "s360.demo=perhaps"),
                refusal(
                        "virtual.enabled cannot be used: it takes true or false",
                        "--demo",
                        "--port=0",
                        "spring.threads.virtual.enabled=perhaps"),
                refusal(
                        "logging.level.root cannot be used: it takes trace, debug",
                        "--demo",
                        "--port=0",
                        "logging.level.root=shout"),
                refusal(
                        "logging.structured.format.console cannot be used: it takes ecs",
                        "--demo",
                        "--port=0",
                        "logging.structured.format.console=xml"),
                refusal("such as jdbc:postgresql://", "--demo", "spring.datasource.url=postgres://db.example/s360"),
                refusal("such as jdbc:postgresql://", "--demo", "spring.datasource.url=jdbc:mysql://db.example/s360"),
                refusal("s360.stop.drain must not be less", "--demo", "s360.stop.drain=-1s"),
                refusal("ends in .properties or .yaml", "--demo", "--config=%"),
                refusal("choose another --config", "--demo", "--config=%/none.yaml"),
                refusal("choose another --secrets", "--demo", "--secrets=%/none"),
                refusal("there twice", "--demo", "s360.clients[0].id=TIBCO_CONSUMER", A_HASH),
                refusal(
                        "cannot be opened",
                        "--demo",
                        "spring.datasource.url=" + TestPostgres.shared().url("none")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void saysInOneLineWhatToMend(String mend, String... arguments) {
        StringWriter said = new StringWriter();

        int exit = execute(said, Stream.of(arguments).map(this::inFolder).toArray(String[]::new));

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString().lines())
                .singleElement()
                .asString()
                .startsWith("s360 server: ")
                .containsIgnoringCase(mend);
    }

    @Test
    void takesNoDemoAsSaidThereWhateverStandsInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("demo.yaml"), "s360: {demo: true}");
        StringWriter said = new StringWriter();

        int exit = execute(said, "--config=" + file, "--no-demo");

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString()).contains("There is no place for the data");
    }

    /** Spring takes variables of the environment and these alike. */
    @ParameterizedTest
    @ValueSource(strings = {"s360.management.port", "s360.audit.file"})
    void takesAVariableThatIsThereAndEmptyAsNone(String setting) {
        System.setProperty(setting, "");
        try (S360Server server =
                S360Server.start(S360Server.Options.defaults().withDemo().withPort(0))) {
            assertThat(server.managementPort()).isEmpty();
        } finally {
            System.clearProperty(setting);
        }
    }

    /** As a process: in this one the log is long there. */
    @ParameterizedTest
    @ValueSource(strings = {"logging.level.audit=loud", "logging.structured.format.console=xml"})
    void saysNothingElseWhereTheLogCannotBegin(String setting) {
        try (ServerProcess process = ServerProcess.start("one without a log", List.of("s360.demo=true", setting))) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> process.awaitReady(Duration.ofMinutes(1)))
                    .withMessageContaining("did not start");

            assertThat(process.awaitExit(Duration.ofMinutes(1))).isEqualTo(2);
            assertThat(process.said()).singleElement().asString().startsWith("s360 server: The setting logging.");
        }
    }

    @Test
    void saysWhichLineOfAFileIsBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "s360:\n  demo: true\n  data: [secret\n");
        StringWriter said = new StringWriter();

        int exit = execute(said, "--config=" + file);

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString()).contains("mend its line").doesNotContain("secret");
    }

    @Test
    void refusesAPlaceForTheDataThatIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> S360Server.start(
                        S360Server.Options.defaults().withDemo().withPort(0).withData(file)))
                .withMessageContaining("choose another --data");
    }

    @Test
    void refusesAKeyOfTheDemoOutsideADemo() {
        String hash = "s360.clients[0].key-sha256=" + sha256Of("demo-tibco-key");
        StringWriter said = new StringWriter();

        int exit = execute(said, "--data=" + folder, "s360.clients[0].id=A", hash);

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString()).contains("key of the demo").doesNotContain("demo-tibco-key");
    }

    @Test
    void refusesAKeyOfTheDemoThatIsTheSecondOne() {
        StringWriter said = new StringWriter();

        int exit = execute(
                said,
                "--data=" + folder,
                "s360.clients[0].id=A",
                A_HASH,
                "s360.clients[0].keys[0].sha256=" + sha256Of("demo-portal-key"));

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString()).contains("key of the demo");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> S360Server.start(
                            S360Server.Options.defaults().withDemo().withPort(port)))
                    .withMessage("The port " + port + " is taken: choose another --port");
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> S360Server.start(
                            S360Server.Options.defaults().withDemo().withPort(0).withManagement(port, "k")))
                    .withMessageContaining("choose another --management-port");
        }
    }

    @Test
    void startsWithAFileOfClientsAndAFolderOfSecrets() throws IOException {
        Path config = Files.writeString(
                folder.resolve("server.yaml"),
                "s360: {management: {key: not-that-of-the-secrets}, clients: [{id: A, granted: GetContext, keys: [{sha256: "
                        + sha256Of("secret") + "}, {sha256: " + sha256Of("over")
                        + ", expires: '2020-01-01T00:00:00Z'}]}]}");
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("s360.management.key"), "open-sesame-open-sesame\n");
        S360Server.Options options = S360Server.Options.defaults()
                .withPort(0)
                .withData(folder)
                .with("spring.datasource.url=") // as of a variable that a compose file passes on and nobody has set
                .with("s360.limits.failed-authentications-per-minute=off")
                .with(SettingFiles.config(config))
                .with(SettingFiles.secrets(secrets))
                .with("s360.management.port=0");

        try (S360Server server = S360Server.start(options)) {
            WireCaller tibco = WireCaller.tibco(server);
            assertThat(WireCaller.operator(server, "open-sesame-open-sesame")
                            .post("/clients/enable", "{}")
                            .status())
                    .isEqualTo(400);
            WireCaller own = tibco.with("X-IID-CLIENT-ID", "A").with("X-IID-API-KEY", "secret");

            assertThat(tibco.call("GetContext", "demo-session-token", "x").status())
                    .isEqualTo(401);
            assertThat(own.with("X-IID-API-KEY", "over")
                            .call("GetContext", "demo-session-token", "x")
                            .code())
                    .isEqualTo("CLIENT_AUTH_FAILED");
            assertThat(own.post(WireCaller.CONTRACT.operation("GetContext").path(), "{\"sessionToken\":\"\"}")
                            .code())
                    .isEqualTo("SESSION_INVALID");
        }
    }

    @Test
    void runsBesideAnother() {
        S360Server.Options options = S360Server.Options.defaults().withDemo().withPort(0);

        try (S360Server one = S360Server.start(options);
                S360Server other = S360Server.start(options)) {
            String child = WireCaller.tibco(one).open("demo-session-token");

            assertThat(WireCaller.tibco(other)
                            .call("GetChildSession", "demo-session-token", child)
                            .code())
                    .isEqualTo("CHILD_SESSION_NOT_FOUND");
            assertThat(one.managementPort()).isEmpty();
        }
    }

    private static Arguments refusal(String mend, String... arguments) {
        return Arguments.of(mend, arguments);
    }

    private static int execute(StringWriter said, String... arguments) {
        CommandLine command = ServerApplication.commandLine();
        command.setErr(new PrintWriter(said, true));
        return command.execute(arguments);
    }

    private String inFolder(String argument) {
        return argument.replace("%", folder.toString());
    }

    private static String sha256Of(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
