package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FaultModeTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation LOGOUT = CONTRACT.operation("LogoutChildSession");
    private static final String GOOD = LOGOUT.requests().get("logged-out").toString();
    private static final String HEADER = "X-Mock-Fault";

    private final List<String> log = new CopyOnWriteArrayList<>();
    private MockServer mock;
    private Caller caller;

    @BeforeEach
    void start() {
        mock = MockServer.start(
                MockOptions.of(CONTRACT).withSeed(1).withFaultMode(true).withLog(log::add));
        caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @ParameterizedTest
    @CsvSource({"503, 503, SERVICE_UNAVAILABLE", "internal-error, 500, INTERNAL_ERROR", "429, 429, TOO_MANY_REQUESTS"})
    void givesTheAnswerThatARequestAsksForAndDoesNothingElse(String wanted, int status, String code) {
        Caller.Answered failed =
                caller.call(LOGOUT.id(), GOOD, HEADER, "answer=" + wanted, "Origin", "https://a.example");

        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.header("X-IID-TraceId")).isNotEmpty();
        assertThat(failed.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
        assertThat(failed.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 429);
        assertThat(lastRequest().get("verdict").asString()).isEqualTo("faulted");
        assertThat(lastRequest().at("/reasons/0/where").asString()).isEqualTo(HEADER);
        assertThat(log).anyMatch(line -> line.contains("answered so on purpose"));
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
    }

    @Test
    void saysWhichAnswersThereAreToWhoeverAsksForAnother() {
        Caller.Answered refused = caller.call(LOGOUT.id(), GOOD, HEADER, "answer=teapot");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("INVALID_HEADER");
        assertThat(refused.header("X-Mock-Reason"))
                .startsWith("no fault has such an answer here; the operation has 200 logged-out, ")
                .contains("401 already-logged-out", "503 service-unavailable");
        assertThat(refused.header("Link")).isNotEmpty();
    }

    @Test
    void refusesAHeaderThatIsNoPlan() {
        Caller.Answered refused = caller.call(LOGOUT.id(), GOOD, HEADER, "reset");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("X-Mock-Reason"))
                .isEqualTo("X-Mock-Fault is no list such as latency=200ms, answer=503, rate=0.3");
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
    }

    @Test
    void answersUnknownPathsAsEver() {
        assertThat(caller.send("POST", "/nowhere", "", HEADER, "answer=503").code())
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void hitsTheRequestsOfATenantAsItsPlanSays() {
        set("{\"answer\":\"503\",\"rate\":0.5,\"seed\":7}");
        List<Integer> first = statuses(40, "t");
        set("{\"answer\":\"503\",\"rate\":0.5,\"seed\":7}");

        assertThat(first).contains(503).contains(401);
        assertThat(statuses(40, "t"))
                .isEqualTo(first.stream()
                        .map(status -> status == 200 ? 401 : status)
                        .toList());
        assertThat(statuses(10, "other")).doesNotContain(503);
    }

    @Test
    void letsTheHeaderGoBeforeThePlan() {
        set("{\"answer\":\"503\"}");

        assertThat(caller.call(LOGOUT.id(), GOOD, "X-Mock-Tenant", "t", HEADER, "answer=500")
                        .status())
                .isEqualTo(500);
        assertThat(caller.call(LOGOUT.id(), GOOD, "X-Mock-Tenant", "t", HEADER, "latency=1ms")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void leavesAloneWhatHasNoSuchAnswerAndSaysSo() {
        set("{\"answer\":\"child-session-not-found\"}");

        Caller.Answered spared =
                caller.call("GetContext", "{\"sessionToken\":\"demo-session-token\"}", "X-Mock-Tenant", "t");

        assertThat(spared.status()).isEqualTo(200);
        assertThat(spared.header("X-Mock-Reason")).startsWith("no fault has such an answer here");
    }

    @Test
    void goesWrongBeforeAUsersOwnStub() {
        caller.send(
                "POST",
                "/__admin/mappings",
                "{\"request\":{\"urlPath\":\"" + LOGOUT.path() + "\"},\"response\":{\"status\":299}}");

        assertThat(caller.call(LOGOUT.id(), GOOD, HEADER, "answer=503").status())
                .isEqualTo(503);
        assertThat(caller.call(LOGOUT.id(), GOOD, HEADER, "latency=5ms").status())
                .isEqualTo(299);
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(299);
    }

    @Test
    void waitsBeforeItAnswersAndTellsOfIt() {
        long before = System.nanoTime();

        Caller.Answered late = caller.call(LOGOUT.id(), GOOD, HEADER, "latency=300ms", "Origin", "https://a.example");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
        assertThat(lastRequest().get("verdict").asString()).isEqualTo("granted");
        assertThat(lastRequest().at("/reasons/0/message").asString()).isEqualTo("waited 300 ms on purpose");
    }

    @Test
    void waitsForATenantOfThePathPrefix() {
        Caller.Answered late = caller.send("POST", "/~t" + LOGOUT.path(), "{}", HEADER, "latency=5ms");

        assertThat(late.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(caller.send("GET", "/__mock/tenants/t/requests/1", "")
                        .json()
                        .get("path")
                        .asString())
                .isEqualTo(LOGOUT.path());
    }

    /** More wait than the server has threads, and longer than the one that need not. */
    @Test
    void holdsNoThreadWhileItWaits() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            waiting.add(send("latency=60s"));
        }
        long before = System.nanoTime();

        int quick = caller.call(LOGOUT.id(), GOOD).status();

        assertThat(quick).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        for (Socket socket : waiting) {
            socket.close();
        }
    }

    @Test
    void resetsAConnection() throws IOException {
        try (Socket socket = send("connection=reset")) {
            InputStream in = socket.getInputStream();

            assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        }
        tellsOfABrokenConnection("connection reset on purpose");
    }

    @Test
    void closesAConnectionWithoutAByte() throws IOException {
        try (Socket socket = send("connection=empty")) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        tellsOfABrokenConnection("connection empty on purpose");
    }

    @Test
    void closesAConnectionAfterSomethingThatIsNoHttp() throws IOException {
        try (Socket socket = send("connection=malformed, latency=10ms")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("\r\n\r\n");
        }
        tellsOfABrokenConnection("connection malformed on purpose");
    }

    private void tellsOfABrokenConnection(String reason) {
        JsonNode told = lastRequest();
        assertThat(told.get("status").asInt()).isZero();
        assertThat(told.get("verdict").asString()).isEqualTo("faulted");
        assertThat(told.at("/reasons/0/message").asString()).isEqualTo(reason);
        assertThat(log).anyMatch(line -> line.contains(reason));
        assertThat(caller.send("GET", "/__admin/requests", "").status()).isEqualTo(200);
        assertThat(caller.call(LOGOUT.id(), GOOD).status()).isEqualTo(200);
    }

    private Socket send(String faults) throws IOException {
        Socket socket = new Socket("127.0.0.1", mock.port());
        socket.setSoTimeout(5_000);
        String request = Stream.of(
                        "POST " + LOGOUT.path() + " HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "X-IID-CLIENT-ID: TIBCO_CONSUMER",
                        "X-IID-API-KEY: demo-tibco-key",
                        HEADER + ": " + faults,
                        "Content-Length: " + GOOD.length(),
                        "",
                        GOOD)
                .collect(Collectors.joining("\r\n"));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void ignoresTheHeaderAndSaysSoUnlessFaultsAreOn() {
        try (MockServer other = MockServer.start(MockOptions.of(CONTRACT))) {
            Caller.Answered answered =
                    new Caller(other, CONTRACT, "TIBCO_CONSUMER").call(LOGOUT.id(), GOOD, HEADER, "connection=reset");

            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.header("X-Mock-Reason")).isEqualTo("faults are off; start with --faults");
        }
    }

    private List<Integer> statuses(int number, String tenant) {
        return IntStream.range(0, number)
                .mapToObj(i ->
                        caller.call(LOGOUT.id(), GOOD, "X-Mock-Tenant", tenant).status())
                .toList();
    }

    private void set(String plan) {
        assertThat(caller.send("PUT", "/__mock/tenants/t/faults", plan, "Content-Type", "application/json")
                        .status())
                .isEqualTo(200);
    }

    private JsonNode lastRequest() {
        return caller.send("GET", "/__mock/tenants/default/requests", "").json().at("/requests/0");
    }
}
