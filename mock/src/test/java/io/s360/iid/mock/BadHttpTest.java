package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bad inputs below the level of JSON. After each of them the mock still answers the documented call. */
class BadHttpTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation LOGOUT = CONTRACT.operation("LogoutChildSession");
    private static final String GOOD =
            LOGOUT.requests().get("already-logged-out").toString();
    private static final String KEYS =
            "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\nX-IID-API-KEY: demo-tibco-key\r\nContent-Type: application/json\r\n";
    private static final List<String> LOG = new CopyOnWriteArrayList<>();

    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(MockOptions.of(CONTRACT).withLog(LOG::add));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @AfterEach
    void isStillWell() {
        assertThat(caller().call(LOGOUT.id(), GOOD).code()).isEqualTo("ALREADY_LOGGED_OUT");
        assertThat(LOG).noneMatch(line -> line.contains("fault in the mock"));
        assertThat(String.join("\n", LOG)).doesNotContain("demo-tibco-key", "demo-session-token");
    }

    @TestFactory
    Stream<DynamicTest> refusesEveryOtherMethodOnEveryPath() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> Stream.of(
                                "GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PURGE", "post")
                        .map(method -> DynamicTest.dynamicTest(method + " " + operation.path(), () -> {
                            String answer = raw(method + " " + operation.path(), KEYS, "");

                            assertThat(answer)
                                    .startsWith("HTTP/1.1 405 ")
                                    .contains("\r\nAllow: " + operation.method() + "\r\n");
                            assertThat(bodyOf(answer).isEmpty()).isEqualTo(method.equals("HEAD"));
                        })));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/middleware/api/external/sso/session/logout/",
                "/middleware/api/external/sso/session/LOGOUT",
                "/%6Diddleware/api/external/sso/session/logout",
                "/middleware/api/external/sso/session/logout;a=b",
                "//middleware/api/external/sso/session/logout",
                "/middleware/api/external/x/../sso/session/logout",
                "/|{}\"<>",
                "/__files/x",
                "/__files",
                "/actuator/health",
                "/h2-console"
            })
    void knowsNoOtherPath(String path) {
        assertThat(raw("POST " + path, KEYS, GOOD)).startsWith("HTTP/1.1 404 ").contains("RESOURCE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?a=%zz&=&&", "?sessionToken=demo-session-token&X-IID-API-KEY=demo-tibco-key"})
    void ignoresTheQuery(String query) {
        assertThat(raw("POST " + LOGOUT.path() + query, KEYS, GOOD)).contains("ALREADY_LOGGED_OUT");
        assertThat(raw("POST " + LOGOUT.path() + query, "Content-Type: application/json\r\n", GOOD))
                .contains("CLIENT_AUTH_FAILED");
    }

    @Test
    void takesNoTargetThatIsNoPath() {
        assertThat(raw("POST *", KEYS, GOOD)).startsWith("HTTP/1.1 400 ").contains("INVALID_HEADER");
    }

    @Test
    void takesATargetWithItsHost() {
        assertThat(raw("POST http://localhost:" + mock.port() + LOGOUT.path(), KEYS, GOOD))
                .contains("ALREADY_LOGGED_OUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: application/x-www-form-urlencoded; charset=bogus\r\n",
                "Content-Type: multipart/form-data\r\n",
                "Content-Type: application/xml\r\n",
                "Content-Type: application/json; charset=utf-16\r\n",
                "Content-Type: application/json; charset=bogus\r\n",
                "Content-Type: application/json; charset=\r\n",
                "Content-Type: application/json\r\nContent-Type: application/json\r\n",
                "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                "Content-Type: application/json\r\nContent-Encoding: br\r\n"
            })
    void refusesOtherMediaTypesAndCodings(String headers) {
        String answer = raw(
                "POST " + LOGOUT.path(),
                "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\nX-IID-API-KEY: demo-tibco-key\r\n" + headers,
                GOOD);

        assertThat(answer).startsWith("HTTP/1.1 415 ").contains("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void unzipsNothing() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        String body = zipped.toString(StandardCharsets.ISO_8859_1);

        assertThat(raw("POST " + LOGOUT.path(), KEYS + "Content-Encoding: gzip\r\n", body))
                .startsWith("HTTP/1.1 415 ");
        assertThat(raw("POST " + LOGOUT.path(), KEYS, body)).contains("INVALID_ENCODING");
        JsonNode journal = caller().send("GET", "/__admin/requests", "").json();
        assertThat(journal.at("/requests/0/request/body").asString()).doesNotContain("demo-session-token");
        assertThat(journal.at("/requests/1/request/body").asString()).doesNotContain("demo-session-token");
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATION/JSON;Charset=UTF-8, */*",
        "application/json, 'text/html, application/json;q=0.1'",
        "application/json; charset=\"utf-8\", application/*"
    })
    void takesJsonInEverySpelling(String contentType, String accept) {
        Caller.Answered answered = caller().send(
                        "POST",
                        LOGOUT.path(),
                        GOOD,
                        "content-type",
                        contentType,
                        "ACCEPT",
                        accept,
                        "x-iid-client-id",
                        "TIBCO_CONSUMER",
                        "x-iid-api-key",
                        "  demo-tibco-key  ");

        assertThat(answered.code()).isEqualTo("ALREADY_LOGGED_OUT");
        assertThat(answered.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json;q=0", "nonsense"})
    void refusesToAnswerInAnotherFormat(String accept) {
        assertThat(caller().call(LOGOUT.id(), GOOD, "Accept", accept).code()).isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-IID-API-KEY: demo-tibco-key\r\n",
                "X-IID-API-KEY: other\r\n",
                "x-iid-client-id: TIBCO_CONSUMER\r\n",
                "X-IID-TraceId: 1-1-1-1-1\r\n",
                "X-IID-TraceId: 0c1d3b1e-2f7a-4c58-9a60-5f0f8d7f1c11\r\nX-IID-TraceId: 0c1d3b1e-2f7a-4c58-9a60-5f0f8d7f1c11\r\n"
            })
    void refusesHeadersThatAreRepeatedOrMalformed(String more) {
        assertThat(raw("POST " + LOGOUT.path(), KEYS + more, GOOD))
                .startsWith("HTTP/1.1 400 ")
                .contains("INVALID_HEADER");
    }

    @ParameterizedTest
    @CsvSource({
        "TIBCO_CONSUMER, nonsense", "TIBCO_CONSUMER, demo-portal-key", "TIBCO_CONSUMER, demo-tibco-key%0d%0aX",
        "NOBODY, demo-tibco-key", "DISABLED_PORTAL, demo-disabled-key", "tibco_consumer, demo-tibco-key",
        "'', ''", "TIBCO_CONSUMER, demo-tibco key"
    })
    void tellsNobodyWhyItDoesNotKnowHim(String client, String key) {
        String answer = raw(
                "POST " + LOGOUT.path(),
                "Content-Type: application/json\r\nX-IID-CLIENT-ID: " + client + "\r\nX-IID-API-KEY: " + key + "\r\n",
                "no JSON");

        assertThat(answer).startsWith("HTTP/1.1 401 ");
        assertThat(bodyOf(answer))
                .isEqualTo(LOGOUT.answer("client-auth-failed").body().toString());
    }

    @Test
    void refusesWhatIsTooLargeBeforeItComes() {
        String announced = RawSocket.exchange(
                mock.port(),
                "POST " + LOGOUT.path() + " HTTP/1.1\r\nHost: x\r\n" + KEYS + "Content-Length: 2147483648\r\n\r\n");

        assertThat(announced)
                .startsWith("HTTP/1.1 413 ")
                .contains("PAYLOAD_TOO_LARGE")
                .doesNotContain("kept open");
    }

    @Test
    void measuresABodyToTheByte() {
        String padded = " ".repeat(LOGOUT.maxBytes() - GOOD.length()) + GOOD;

        assertThat(caller().call(LOGOUT.id(), padded).code()).isEqualTo("ALREADY_LOGGED_OUT");
        assertThat(caller().call(LOGOUT.id(), padded + " ").code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void measuresABodyWithoutADeclaredLength() {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

        String answer = RawSocket.exchange(
                mock.port(),
                "POST " + LOGOUT.path() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + KEYS
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(16) + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 99999999999999999999\r\n", "Host: another\r\nContent-Length: 0\r\n",
                "X-IID-API-KEY: a\rb\r\nContent-Length: 0\r\n", "X: a\r\n folded\r\nContent-Length: 0\r\n"
            })
    void answersWhatIsNoHttpInTheEnvelopeAndOnce(String headers) {
        String answer = RawSocket.exchange(
                mock.port(), "POST " + LOGOUT.path() + " HTTP/1.1\r\nHost: x\r\n" + KEYS + headers + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("INVALID_HEADER", "X-IID-TraceId")
                .doesNotContain("<");
        assertThat(answer.split("HTTP/1.1", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\nzz\r\n"})
    void saysNothingToABodyThatDoesNotArrive(String headersAndBody) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", mock.port())) {
            socket.getOutputStream()
                    .write(("POST " + LOGOUT.path() + " HTTP/1.1\r\nHost: x\r\n" + KEYS + headersAndBody + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 1 << 20})
    void refusesHeadersWithoutEnd(int length) {
        String answer;
        try {
            answer = raw("POST " + LOGOUT.path(), "X: " + "x".repeat(length) + "\r\n", "");
        } catch (java.io.UncheckedIOException closed) {
            return; // before all was sent, which is as clean
        }

        assertThat(answer).startsWith("HTTP/1.1 431 ").doesNotContain("<");
    }

    @Test
    void opensNoTunnel() {
        String answer = RawSocket.exchange(
                mock.port(), "CONNECT example.com:80 HTTP/1.1\r\nHost: example.com:80\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void ignoresWhatWouldChangeTheMethod() {
        assertThat(caller().send("GET", LOGOUT.path() + "?_method=POST", "", "X-HTTP-Method-Override", "POST")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void echoesATraceIdAndMakesOneOtherwise() {
        String given = "0C1D3B1E-2f7a-4c58-9a60-5f0f8d7f1c11";

        assertThat(caller().call(LOGOUT.id(), GOOD, "X-IID-TraceId", given).header("X-IID-TraceId"))
                .isEqualTo(given);
        assertThat(caller().send("POST", "/nowhere", "", "x-iid-traceid", given).header("X-IID-TraceId"))
                .isEqualTo(given);
        assertThat(caller().call(LOGOUT.id(), GOOD).header("X-IID-TraceId")).matches("[0-9a-f-]{36}");
        assertThat(caller().send("POST", "/nowhere", "", "X-IID-TraceId", "nonsense")
                        .header("X-IID-TraceId"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void addsNothingToTheHeadersOfTheContract() {
        Caller.Answered answered = caller().call("GetContext", "{\"sessionToken\":\"demo-session-token\"}");

        assertThat(answered.headers().map().keySet())
                .containsExactlyInAnyOrder("content-length", "content-type", "x-iid-traceid");
    }

    @Test
    void limitsWhoIsLimited() {
        Caller throttled = caller().as("THROTTLED_PORTAL");
        assertThat(throttled.call(LOGOUT.id(), GOOD).status()).isEqualTo(404);

        Caller.Answered answered = throttled.call(LOGOUT.id(), GOOD);

        assertThat(answered.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(answered.header("Retry-After"))).isBetween(1, 60);
    }

    private static Caller caller() {
        return new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
    }

    private static String raw(String methodAndTarget, String headers, String body) {
        return RawSocket.exchange(
                mock.port(),
                methodAndTarget + " HTTP/1.1\r\nHost: localhost:" + mock.port() + "\r\nConnection: close\r\n" + headers
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }
}
