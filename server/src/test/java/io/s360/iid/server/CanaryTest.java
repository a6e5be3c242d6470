package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import io.s360.iid.contract.Operation;
import io.s360.iid.server.WireCaller.Answer;
import io.s360.iid.server.client.KeyHash;
import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.session.StoreUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * No key, token or credential is found anywhere it does not belong, wherever it was sent and however much is logged. The
 * server is one of production, with its data in a folder.
 */
class CanaryTest {

    private static final String CLIENT = "CANARY_CLIENT";
    private static final String CLIENT_KEY = "canaryClientKey7Qw";
    private static final String WRONG_KEY = "canaryWrongKey4Zx";
    private static final String CREDENTIAL = "canaryManagementKey9Rt";
    private static final String METRICS_KEY = "canaryMetricsKey3Lp";
    private static final String UNKNOWN_TOKEN = "canaryUnknownToken5Vb";
    private static final String PERSON = """
            {"person": {"subjectId": "9d3a2b74-6c1e-4b0a-9a55-2f4b7c8e1d02", "name": {"en": "Omar", "ar": "عمر"},
             "email": "omar@example.com", "mobile": "971500000002", "userType": "SOP2"}, "language": "ar"}""";

    private final Canaries canaries = new Canaries();
    private final Faults faults = new Faults();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream usualConsole = System.out;
    private final List<Answer> answers = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void name() {
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        canaries.add("client key", CLIENT_KEY);
        canaries.add("wrong key", WRONG_KEY);
        canaries.add("credential", CREDENTIAL);
        canaries.add("metrics key", METRICS_KEY);
        canaries.add("unknown token", UNKNOWN_TOKEN);
    }

    @AfterEach
    void restore() {
        System.setOut(usualConsole);
    }

    @Test
    void findsNoSecretAnywhere() {
        try (S360Server server = start();
                LogRecorder log = LogRecorder.recording()) {
            sendSecretsEverywhere(server);
            searchProcess(server);
            searchLog(log);
        }
        canaries.search("the console", console.toByteArray());
        searchFiles();

        assertThat(canaries.found()).isEmpty();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("access request operation=GetContext outcome=context status=200");
    }

    /** What the search is worth: the container would tell everything, if it were let. */
    @Test
    void findsThemAllWhereNobodyGuardsTheLog() {
        try (S360Server server = start();
                LogRecorder log = LogRecorder.recording()) {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            List<TurboFilter> guards = List.copyOf(context.getTurboFilterList());
            context.resetTurboFilterList();
            try {
                sendSecretsEverywhere(server);
            } finally {
                guards.forEach(context::addTurboFilter);
            }
            searchLog(log);
        }

        assertThat(canaries.found())
                .anyMatch(found -> found.startsWith("client key in the log"))
                .anyMatch(found -> found.startsWith("wrong key in the log"))
                .anyMatch(found -> found.startsWith("unknown token in the log"))
                .anyMatch(found -> found.startsWith("known token in the log"))
                .anyMatch(found -> found.startsWith("credential in the log"))
                .anyMatch(found -> found.startsWith("metrics key in the log"));
    }

    @Test
    void findsASecretThatIsPlantedInAFile() throws IOException {
        Files.write(folder.resolve("trace.db"), ("..." + CLIENT_KEY).getBytes(StandardCharsets.UTF_16LE));

        searchFiles();

        assertThat(canaries.found()).containsExactly("client key in trace.db");
    }

    private S360Server start() {
        return S360Server.start(S360Server.Options.defaults()
                .withPort(0)
                .withData(folder)
                .withManagement(0, CREDENTIAL)
                .withStore(faults::before)
                .with("s360.management.metrics-key=" + METRICS_KEY)
                .with("s360.audit.file=" + folder.resolve("audit.log"))
                .with("s360.clients[0].id=" + CLIENT)
                .with("s360.clients[0].key-sha256=" + sha256Of(CLIENT_KEY))
                .with("s360.limits.failed-authentications-per-minute=off")
                .with("s360.limits.unknown-tokens-per-minute=off")
                .with("logging.level.root=trace")
                .with("logging.level.access=trace")
                .with("logging.level.audit=trace")
                .with("logging.level.io.s360.iid=trace")
                .with("logging.level.org.springframework.boot.tomcat=trace")
                .with("logging.level.com.networknt=trace")
                .with("logging.level.com.zaxxer.hikari=trace")
                .with("logging.level.org.apache.coyote=trace"));
    }

    private void sendSecretsEverywhere(S360Server server) {
        WireCaller client =
                WireCaller.tibco(server).with("X-IID-CLIENT-ID", CLIENT).with("X-IID-API-KEY", CLIENT_KEY);
        WireCaller operator = WireCaller.operator(server, CREDENTIAL);
        String token = operator.post("/parent-sessions", PERSON).text("/sessionToken");
        canaries.add("known token", token);
        String child = client.open(token);

        for (String shown : List.of(token, UNKNOWN_TOKEN)) {
            callEverything(client, shown, child);
        }
        misplaceSecrets(client, token);
        misplaceInManagement(operator, token);
        sendBrokenRequests(server, token);
        faults.fail(new StoreUnavailable("gone", new IOException("gone")));
        callEverything(client, token, child);
        note(operator.post("/parent-sessions/end", end(token)));
        faults.fail(new IllegalStateException("broken"));
        callEverything(client, token, child);
        note(operator.post("/parent-sessions/end", end(token)));
        faults.mend();
        note(operator.post("/parent-sessions/end", end(token)));
    }

    private void callEverything(WireCaller client, String token, String child) {
        for (Operation operation : CONTRACT.operations()) {
            String body = operation.requests().values().iterator().next().toString();
            note(client.call(operation.id(), token, child));
            note(client.call(operation.id(), Map.of("sessionToken", token)));
            note(client.with("X-IID-API-KEY", WRONG_KEY).post(operation.path(), body));
            note(client.post(operation.path(), "{\"sessionToken\":\"" + token));
            note(client.post(operation.path(), "{\"sessionToken\":{\"" + token + "\":\"" + token + "\"}}"));
            note(client.post(
                    operation.path(), "{\"sessionToken\":\"" + token + "\",\"" + token + "\":\"" + token + "\"}"));
            note(client.post(operation.path(), "{\"sessionToken\":\"" + token + "\",\"sessionId\":\"" + token + "\"}"));
        }
    }

    private void misplaceSecrets(WireCaller client, String token) {
        String path = CONTRACT.operation("GetContext").path();
        for (String secret : List.of(token, CLIENT_KEY, CREDENTIAL)) {
            note(client.with("X-IID-CLIENT-ID", secret).post(path, "{}"));
            note(client.with("X-IID-TraceId", secret).post(path, "{}"));
            note(client.with("User-Agent", secret).with("Cookie", secret).post(path, "{}"));
            note(client.with("Content-Type", "text/" + secret).post(path, "{}"));
            note(client.with("Accept", "text/" + secret).post(path, "{}"));
            note(client.with("Authorization", "Bearer " + secret).post(path, "{}"));
            note(client.post(path + "?key=" + secret, "{}"));
            note(client.post(path + "/" + secret, "{}"));
            note(client.post("/" + secret + "/%00", "{}"));
            note(client.send(secret, path));
            note(client.post(path, secret));
        }
    }

    private void misplaceInManagement(WireCaller operator, String token) {
        for (String secret : List.of(token, CLIENT_KEY, CREDENTIAL, METRICS_KEY)) {
            note(operator.with("Authorization", "Bearer " + secret + "x").post("/parent-sessions", "{}"));
            note(operator.with("Authorization", secret).send("GET", "/metrics"));
            note(operator.post("/" + secret + "?key=" + secret, secret));
            note(operator.post("/parent-sessions", "{\"" + secret + "\":\"" + secret + "\"}"));
            note(operator.post("/parent-sessions", PERSON.replace("SOP2", secret)));
            note(operator.post("/child-sessions/end", "{\"sessionId\":\"" + secret + "\"}"));
            note(operator.post("/clients/disable", "{\"clientId\":\"" + secret + "\"}"));
            note(operator.send(secret, "/metrics"));
        }
        note(operator.with("Authorization", "Bearer " + METRICS_KEY).send("GET", "/metrics"));
        note(operator.send("GET", "/health/ready"));
    }

    private void sendBrokenRequests(S360Server server, String token) {
        for (int port : new int[] {server.port(), server.managementPort().orElseThrow()}) {
            for (String secret : List.of(token, CLIENT_KEY, CREDENTIAL)) {
                canaries.search("an answer", raw(port, "POST /" + secret + " HTTP/9.9\r\n\r\n"));
                canaries.search("an answer", raw(port, secret + "\r\n\r\n"));
                canaries.search("an answer", raw(port, "GET / HTTP/1.1\r\nHost: a\r\nHost: " + secret + "\r\n\r\n"));
                canaries.search(
                        "an answer",
                        raw(port, "GET / HTTP/1.1\r\nHost: a\r\n" + secret + " : x\r\nX: " + secret + "\r\n\r\n"));
                canaries.search(
                        "an answer",
                        raw(port, "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: " + secret + "\r\n\r\n"));
                canaries.search(
                        "an answer", raw(port, "GET / HTTP/1.1\r\nHost: a\r\nX: " + secret.repeat(900) + "\r\n\r\n"));
            }
        }
    }

    private static String raw(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cutOff) {
            return "";
        }
    }

    private void note(Answer answer) {
        answers.add(answer);
    }

    private void searchProcess(S360Server server) {
        answers.forEach(answer -> canaries.search("an answer", answer.headers() + answer.text()));
        canaries.search(
                "the metrics",
                WireCaller.operator(server, METRICS_KEY).send("GET", "/metrics").text());
        Thread.getAllStackTraces()
                .forEach((thread, stack) ->
                        canaries.search("a thread", thread + List.of(stack).toString()));
        canaries.search("a text of an object", textsOfObjects());
        searchManagedBeans();
    }

    private static String textsOfObjects() {
        return String.join(
                " ",
                new SessionToken(UNKNOWN_TOKEN).toString(),
                KeyHash.of(CLIENT_KEY).toString(),
                S360Server.Options.defaults().withManagement(0, CREDENTIAL).toString(),
                new ServerSettings.ManagementSettings(0, "localhost", CREDENTIAL, METRICS_KEY).toString(),
                new ManagementKeys(CREDENTIAL).toString(),
                new io.s360.iid.server.management.Credentials(CREDENTIAL, METRICS_KEY).toString());
    }

    private void searchManagedBeans() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : beans.queryNames(null, null)) {
            try {
                for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
                    canaries.search("the bean " + name, name + valueOf(beans, name, attribute.getName()));
                }
            } catch (JMException gone) {
                // It cannot tell anything either.
            }
        }
    }

    private static String valueOf(MBeanServer beans, ObjectName name, String attribute) {
        try {
            return String.valueOf(beans.getAttribute(name, attribute));
        } catch (JMException | RuntimeException unreadable) {
            return String.valueOf(unreadable);
        }
    }

    private void searchLog(LogRecorder log) {
        log.events()
                .forEach(event -> canaries.search("the log of " + event.getLoggerName(), LogRecorder.wholeText(event)));
        assertThat(log.events()).anyMatch(event -> event.getLevel().equals(Level.DEBUG));
        assertThat(((Logger) LoggerFactory.getLogger("anything")).getEffectiveLevel())
                .isEqualTo(Level.TRACE);
    }

    private void searchFiles() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    canaries.search(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String end(String token) {
        return "{\"sessionToken\":\"" + token + "\",\"reason\":\"ADMIN\"}";
    }

    private static String sha256Of(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
