package io.s360.iid.server;

import static io.s360.iid.server.RawCaller.CREDENTIALS;
import static io.s360.iid.server.RawCaller.answerTo;
import static io.s360.iid.server.RawCaller.path;
import static io.s360.iid.server.RawCaller.post;
import static io.s360.iid.server.RawCaller.status;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the test plan about HTTP that need a connection of their own, byte by byte. */
class HttpLayerTest {

    private static final String BODY = "{\"sessionToken\":\"" + DEMO_TOKEN + "\"}";
    private static final String ID = "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\n";
    private static final String KEY = "X-IID-API-KEY: demo-tibco-key\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private static final S360Server SERVER = SharedDemo.server();

    static Stream<Arguments> oddities() {
        return Stream.of(
                arguments("header names in capitals", 200, get(capital())),
                arguments("header names in small letters", 200, post("GetContext", small(), BODY)),
                arguments("blanks around a key", 200, get(ID + "X-IID-API-KEY: \t demo-tibco-key \t\r\n" + JSON)),
                arguments("a blank in a key", 401, get(ID + "X-IID-API-KEY: demo-tibco -key\r\n" + JSON)),
                arguments("a line end in a key", 400, get(ID + "X-IID-API-KEY: demo-tibco-key\rX: y\r\n" + JSON)),
                arguments("a line feed in a key", 400, get(ID + "X-IID-API-KEY: demo-tibco\n-key\r\n" + JSON)),
                arguments("a line feed and a header in a key", 401, get(ID + "X-IID-API-KEY: demo\nX: y\r\n" + JSON)),
                arguments("a second key behind a line feed", 400, get(ID + KEY + "X: y\n" + KEY + JSON)),
                arguments("a line end in a client id", 400, get("X-IID-CLIENT-ID: TIBCO\rX: y\r\n" + KEY + JSON)),
                arguments("a line feed in a client id", 400, get("X-IID-CLIENT-ID: TIBCO\n_X\r\n" + KEY + JSON)),
                arguments("a second client id behind a line feed", 400, get("X: y\n" + ID + ID + KEY + JSON)),
                arguments("a line feed alone, which ends a header", 200, get(ID.replace("\r", "") + KEY + JSON)),
                arguments("a coded line end in a client id", 401, get(coded() + KEY + JSON)),
                arguments("a coded line end in a key", 401, get(ID + "X-IID-API-KEY: a%0d%0aX: y\r\n" + JSON)),
                arguments("a key in two lines", 401, get(ID + "X-IID-API-KEY: demo-tibco\r\n -key\r\n" + JSON)),
                arguments("NUL in a client id", 400, get("X-IID-CLIENT-ID: TIBCO\0\r\n" + KEY + JSON)),
                arguments("the same key twice", 400, get(ID + KEY + KEY + JSON)),
                arguments("two keys", 400, get(ID + KEY + "X-IID-API-KEY: other\r\n" + JSON)),
                arguments("two client ids", 400, get(ID + "X-IID-CLIENT-ID: B\r\n" + KEY + JSON)),
                arguments("XML", 415, get(ID + KEY + "Content-Type: application/xml\r\n")),
                arguments("an unknown transfer coding", 415, get(CREDENTIALS + "Transfer-Encoding: gzip\r\n")),
                arguments("a header of 1 MiB", 400, get(CREDENTIALS + "X: " + "x".repeat(1 << 20) + "\r\n")),
                arguments("any path", 404, "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
                arguments("any path, with a body", 404, get(CREDENTIALS).replace(path("GetContext"), "*")),
                arguments("a path that ends in NUL", 404, at(path("GetContext") + "%00")),
                arguments("a path above the root", 404, at("/../.." + path("GetContext"))),
                arguments("a path that turns around", 404, at("/x/%2e%2e" + path("GetContext"))),
                arguments("an absolute target of this host", 200, at("http://a" + path("GetContext"))),
                arguments("an absolute target of another host", 400, at("http://evil" + path("GetContext"))),
                arguments("three hosts", 400, get("Host: b\r\nHost: c\r\n" + CREDENTIALS)),
                arguments("a host that is none", 400, get(CREDENTIALS).replace("Host: a", "Host: a b<script>")),
                arguments("a length that is none", 400, get(CREDENTIALS + "Content-Length: +20\r\n")),
                arguments("two lengths that differ", 400, get(CREDENTIALS + "Content-Length: 1\r\n")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("oddities")
    void isAnsweredOnceAndByTheEnvelope(String what, int status, String request) throws IOException {
        String answer = answerTo(SERVER, request);

        assertThat(status(answer)).isEqualTo(status);
        assertThat(answer).containsOnlyOnce("HTTP/1.1 ").contains("\"desc\":{\"en\":");
        assertThat(answer).containsIgnoringCase("\r\ncache-control: no-store\r\n");
        assertThat(answer).doesNotContain("evil", "script", "Tomcat", "Apache", "demo-tibco", "java.");
        assertThat(answer).doesNotContainIgnoringCase("\r\nserver:").doesNotContainIgnoringCase("x-powered-by");
        assertIsAlive();
    }

    /** Whatever a body hides behind its own end is no second request of somebody else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n"
            })
    void answersNoSmuggledRequest(String lengths) throws IOException {
        String hidden = "POST " + path("GetContext") + " HTTP/1.1\r\nHost: a\r\n\r\n";

        String answer = answerTo(
                SERVER,
                "POST " + path("GetContext") + " HTTP/1.1\r\nHost: a\r\n" + CREDENTIALS + lengths + "\r\n0\r\n\r\n"
                        + hidden);

        assertThat(answer).containsOnlyOnce("HTTP/1.1 ").contains("Connection: close\r\n");
        assertThat(status(answer)).isBetween(400, 415);
    }

    @Test
    void closesOnABodyThatIsDeclaredTooLarge() throws IOException {
        try (Socket socket = RawCaller.connect(SERVER.port())) {
            RawCaller.send(
                    socket,
                    "POST " + path("GetContext") + " HTTP/1.1\r\nHost: a\r\n" + CREDENTIALS
                            + "Content-Length: 2147483647\r\n\r\n");

            assertThat(status(RawCaller.readAll(socket))).isEqualTo(413);
            socket.setSoTimeout(10_000);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void answersNothingToHalfABody() throws IOException {
        try (Socket socket = RawCaller.connect(SERVER.port())) {
            String request = post("GetContext", CREDENTIALS, BODY);
            RawCaller.send(socket, request.substring(0, request.length() - 5));
            socket.shutdownOutput();

            assertThat(RawCaller.readAll(socket)).isEmpty();
        }
        assertIsAlive();
    }

    @Test
    void allowsNoForeignOrigin() throws IOException {
        String answer = answerTo(
                SERVER,
                "OPTIONS " + path("GetContext") + " HTTP/1.1\r\nHost: a\r\nOrigin: https://evil.example\r\n"
                        + "Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n");

        assertThat(status(answer)).isEqualTo(405);
        assertThat(answer).doesNotContainIgnoringCase("access-control").doesNotContain("evil");
    }

    @Test
    void takesNoHostFromProxiesThatItDoesNotKnow() throws IOException {
        String answer = answerTo(
                SERVER,
                get(CREDENTIALS + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n"
                        + "Forwarded: host=evil.example\r\n"));

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer).doesNotContain("evil");
    }

    private static void assertIsAlive() {
        assertThat(WireCaller.tibco(SERVER).post(path("GetContext"), BODY).status())
                .isEqualTo(200);
    }

    private static String get(String headers) {
        return post("GetContext", headers, BODY);
    }

    private static String at(String target) {
        return get(CREDENTIALS).replaceFirst(path("GetContext"), target);
    }

    private static String coded() {
        return "X-IID-CLIENT-ID: TIBCO_CONSUMER%0d%0aX: y\r\n";
    }

    private static String capital() {
        return "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\nX-IID-API-KEY: demo-tibco-key\r\nCONTENT-TYPE: application/json\r\n";
    }

    private static String small() {
        return "x-iid-client-id: TIBCO_CONSUMER\r\nx-iid-api-key: demo-tibco-key\r\ncontent-type: application/json\r\n";
    }
}
