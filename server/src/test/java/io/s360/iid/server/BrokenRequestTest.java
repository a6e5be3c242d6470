package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no client library sends: the container refuses it, and still by the contract's envelope. */
class BrokenRequestTest {

    private static final String PATH = CONTRACT.operation("GetContext").path();
    private static final String CREDENTIALS =
            "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\nX-IID-API-KEY: demo-tibco-key\r\nContent-Type: application/json\r\n";
    private static final int PATIENCE_IN_MILLISECONDS = 150;

    private static S360Server server;

    @BeforeAll
    static void start() {
        server = S360Server.start(S360Server.Options.defaults().withDemo().withPort(0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("no request line", 400, "GARBAGE\r\n\r\n"),
                Arguments.of("no host", 400, "GET / HTTP/1.1\r\n\r\n"),
                Arguments.of("two hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                Arguments.of("bad character in the path", 400, "GET /a|b HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("encoded slash", 404, "GET /%2f HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("half an escape", 400, "GET /% HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("bad method", 400, "G@T / HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("bad header name", 400, "GET / HTTP/1.1\r\nHost: a\r\nBad Header: 1\r\n\r\n"),
                Arguments.of("other version", 400, "GET / HTTP/9.1\r\nHost: a\r\n\r\n"),
                Arguments.of("tunnel", 405, "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(
                        "header block of 9 KB",
                        400,
                        "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(9000) + "\r\n\r\n"),
                Arguments.of("1,000 headers", 400, "GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(1000) + "\r\n"),
                Arguments.of("line end in a header", 400, post("X-IID-TraceId: a\rb\r\nContent-Length: 0\r\n\r\n")),
                Arguments.of("bad chunk", 400, post("Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n")),
                Arguments.of(
                        "two lengths", 400, post("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
                Arguments.of("2 GiB declared", 413, post("Content-Length: 2147483648\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void isRefusedByTheEnvelope(String what, int status, String request) throws IOException {
        String answer = answerTo(request);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).containsOnlyOnce("HTTP/1.1").containsOnlyOnce("X-IID-TraceId: ");
        assertThat(answer)
                .containsIgnoringCase("content-type: application/json\r\n")
                .contains("\"desc\":{\"en\":");
        assertThat(answer).doesNotContainIgnoringCase("server:").doesNotContain("Tomcat");
    }

    @Test
    void echoesNothingOfATrace() throws IOException {
        String answer = answerTo("TRACE " + PATH + " HTTP/1.1\r\nHost: a\r\nSecret: mine\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: POST\r\n")
                .doesNotContain("mine");
    }

    @Test
    void asksAStrangerForNoBody() throws IOException {
        String answer = answerTo("POST " + PATH + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 10\r\nExpect: 100-continue\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 401 ");
    }

    private static String post(String rest) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: a\r\n" + CREDENTIALS + rest;
    }

    private static String answerTo(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return readAll(socket);
        }
    }

    /** Until the end, or until nothing more comes on a connection that stays open. */
    private static String readAll(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
                socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
            }
        } catch (SocketTimeoutException nothingMore) {
            return answer.toString();
        }
        return answer.toString();
    }
}
