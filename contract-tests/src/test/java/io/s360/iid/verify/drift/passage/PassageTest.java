package io.s360.iid.verify.drift.passage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.s360.iid.verify.exchange.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {

    private static final int LONGEST = 100_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Queue<Exchange> seen = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Map<String, Headers> received = new ConcurrentHashMap<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer upstream;
    private Passage passage;

    @BeforeEach
    void open() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.setExecutor(workers);
        upstream.createContext("/", this::answer);
        upstream.start();
        URI address = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort());
        passage = Passage.open(
                Passage.Setting.of(address).withLongestBody(LONGEST).withPatience(Duration.ofSeconds(2)),
                seen::add,
                unanswered::incrementAndGet);
    }

    @AfterEach
    void close() {
        never.countDown();
        passage.close();
        upstream.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        received.put(path, exchange.getRequestHeaders());
        byte[] body = exchange.getRequestBody().readAllBytes();
        Headers headers = exchange.getResponseHeaders();
        headers.add("X-Twice", "one");
        headers.add("X-Twice", "two");
        headers.add("Connection", "X-Inner");
        headers.add("X-Inner", "for this hop only");
        switch (path) {
            case "/empty" -> exchange.sendResponseHeaders(204, -1);
            case "/unchanged" -> exchange.sendResponseHeaders(304, -1);
            case "/long" -> {
                exchange.sendResponseHeaders(200, LONGEST + 1L);
                exchange.getResponseBody().write(new byte[LONGEST + 1]);
            }
            case "/silent" -> await();
            case "/slow" -> {
                asked.countDown();
                await();
                exchange.sendResponseHeaders(200, 4);
                exchange.getResponseBody().write("late".getBytes(StandardCharsets.UTF_8));
            }
            case "/half" -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(new byte[50]);
                exchange.getResponseBody().flush();
                await();
            }
            default -> {
                headers.add("Content-Type", "application/json; charset=UTF-8");
                exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length + 2L);
                if (!exchange.getRequestMethod().equals("HEAD")) {
                    exchange.getResponseBody()
                            .write(("<" + new String(body, StandardCharsets.UTF_8) + ">")
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        exchange.close();
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void passesRequestAndAnswerOnAsTheyAre() throws Exception {
        HttpResponse<String> answer = client.send(
                to("/any/%2e%2e/path?q=a%20b")
                        .header("X-Mine", "value")
                        .POST(text("مرحبا"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("<مرحبا>");
        assertThat(answer.headers().allValues("X-Twice")).containsExactly("one", "two");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=UTF-8");
        assertThat(answer.headers().allValues("Date")).hasSize(1);
        passage.close();
        assertThat(seen).singleElement().satisfies(exchange -> {
            assertThat(exchange.request().target()).isEqualTo("/any/%2e%2e/path?q=a%20b");
            assertThat(exchange.request().header("x-mine")).isEqualTo("value");
            assertThat(exchange.response().text()).isEqualTo("<مرحبا>");
        });
    }

    @Test
    void endsWhatIsForOneHopOnly() throws Exception {
        String answer = raw(
                "GET /hops HTTP/1.1\r\nHost: here\r\nConnection: close, X-Outer\r\nX-Outer: mine\r\nTE: trailers\r\n"
                        + "Proxy-Authorization: Basic x\r\nX-Kept: yes\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("X-Inner");
        Headers passed = received.get("/hops");
        assertThat(passed.keySet())
                .doesNotContain("X-outer", "Te", "Proxy-authorization")
                .contains("X-kept", "Via");
        assertThat(passed.getFirst("Host")).doesNotContain("here");
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        String answer = raw("HEAD /head HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/empty", "/unchanged"})
    void answersWithoutABodyWhereThereMayBeNone(String path) throws Exception {
        String answers = raw("GET " + path
                + " HTTP/1.1\r\nHost: x\r\n\r\nGET /next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(3);
        assertThat(answers).endsWith("<>");
        assertThat(path.equals("/empty") && answers.split("HTTP/1.1 200", -1)[0].contains("Content-Length"))
                .isFalse();
    }

    @Test
    void serveManyAtOnceAndMixesNothingUp() {
        List<String> bodies =
                IntStream.range(0, 400).mapToObj(number -> "body " + number).toList();

        List<String> answers = bodies.stream()
                .map(body ->
                        client.sendAsync(to("/echo").POST(text(body)).build(), HttpResponse.BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(answer -> answer.join().body())
                .toList();
        passage.close();

        assertThat(answers)
                .containsExactlyElementsOf(
                        bodies.stream().map(body -> "<" + body + ">").toList());
        assertThat(seen)
                .hasSize(400)
                .allSatisfy(exchange -> assertThat(exchange.response().text())
                        .isEqualTo("<" + exchange.request().text() + ">"));
    }

    @Test
    void keepsConnectionsOpen() throws Exception {
        String answers =
                raw("GET /one HTTP/1.1\r\nHost: x\r\n\r\nGET /two HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(3);
    }

    @Test
    void refusesARequestThatIsLongerThanItHolds() throws Exception {
        HttpResponse<String> fits = client.send(
                to("/echo").POST(text("x".repeat(LONGEST - 2))).build(), HttpResponse.BodyHandlers.ofString());
        String tooLong = raw("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000000\r\n\r\n");
        String chunked = raw("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(LONGEST + 1) + "\r\n" + "x".repeat(LONGEST + 1) + "\r\n0\r\n\r\n");

        assertThat(fits.statusCode()).isEqualTo(200);
        assertThat(tooLong).startsWith("HTTP/1.1 413").contains("s360 verify --proxy", "more than " + LONGEST);
        assertThat(chunked).startsWith("HTTP/1.1 413");
        assertThat(unanswered).hasValue(2);
    }

    @Test
    void refusesAnAnswerThatIsLongerThanItHolds() throws Exception {
        HttpResponse<String> answer = client.send(to("/long").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("s360 verify --proxy", "more than " + LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/half"})
    void givesUpWhoeverIsTooSlow(String path) throws Exception {
        HttpResponse<String> answer = client.send(to(path).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("has not answered within 2 s");
    }

    @Test
    void saysThatNobodyAnswersBehind() throws Exception {
        upstream.stop(0);

        HttpResponse<String> answer = client.send(to("/echo").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.body().lines()).singleElement().asString().contains("does not answer", "127.0.0.1");
        assertThat(unanswered).hasValue(1);
        assertThat(seen).isEmpty();
    }

    @Test
    void whoWaitsWhileItClosesIsAnswered() throws Exception {
        var answer = client.sendAsync(to("/slow").build(), HttpResponse.BodyHandlers.ofString());
        asked.await();
        var closing = workers.submit(passage::close);
        while (isOpen()) {
            Thread.onSpinWait();
        }
        never.countDown();

        assertThat(answer.join().body()).isEqualTo("late");
        closing.get();
        assertThat(seen).hasSize(1);
    }

    private boolean isOpen() {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), passage.baseUri().getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void listensOnThisMachineOnly() throws IOException {
        assertThat(passage.baseUri().getHost()).isEqualTo("127.0.0.1");
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(
                    InetAddress.getByName("127.0.0.2"), passage.baseUri().getPort()));
            assertThat(other.isBound()).isTrue();
        }
    }

    private HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(URI.create(passage.baseUri() + target));
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), passage.baseUri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
