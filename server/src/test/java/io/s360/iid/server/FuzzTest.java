package io.s360.iid.server;

import static io.s360.iid.server.RawCaller.CREDENTIALS;
import static io.s360.iid.server.RawCaller.post;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests of which something has been broken by chance. The seed makes it the same chance each time. */
class FuzzTest {

    private static final long SEED = 360;
    private static final int REQUESTS = 2500;
    private static final String INTERESTING = "\0\r\n\t :;,%&?#*/\\\"'{}[]<>0179azAZ\u007f\u0080\u00c0\u00ff";
    private static final List<String> WORDS = List.of(
            "\r\n\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Encoding: br\r\n",
            "%00",
            "/../",
            "HTTP/0.9",
            "Host: b\r\n",
            "Upgrade: h2c\r\nConnection: Upgrade\r\n",
            "\ud83d\ude00",
            "1e999999999",
            "[".repeat(50));

    private static final S360Server SERVER = SharedDemo.server();

    private final Random random = new Random(SEED);

    @Test
    void answersByTheEnvelopeOrNotAtAll() throws IOException {
        for (int request = 0; request < REQUESTS; request++) {
            String sent = mutated();
            String answer = answerTo(sent);

            if (!answer.isEmpty()) {
                assertThat(answer)
                        .as("seed %s, request %s: %s", SEED, request, sent)
                        .satisfies(FuzzTest::isClean);
            }
        }
        assertThat(WireCaller.tibco(SERVER).open(DEMO_TOKEN + "-2")).hasSize(36);
    }

    private static void isClean(String answer) {
        assertThat(answer).matches("(?s)HTTP/1\\.1 (?:100|200|4\\d\\d) .*");
        assertThat(answer).contains("Cache-Control: no-store").doesNotContain("Exception", "Tomcat", "io.s360");
        boolean hasNoBody = answer.endsWith("\r\n\r\n");
        assertThat(hasNoBody || answer.contains("\"desc\":{\"en\":")).isTrue();
    }

    private String mutated() {
        StringBuilder request = new StringBuilder(
                switch (random.nextInt(3)) {
                    case 0 -> post("GetContext", CREDENTIALS, "{\"sessionToken\":\"" + DEMO_TOKEN + "\"}");
                    case 1 -> post("ValidateChildSession", CREDENTIALS, validated());
                    default -> post("GetChildSession", CREDENTIALS + "Accept: application/json\r\n", validated());
                });
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            change(request);
        }
        return request.toString();
    }

    private static String validated() {
        return "{\"sessionToken\":\"" + DEMO_TOKEN + "\",\"sessionId\":\"00000000-0000-4000-8000-000000000001\"}";
    }

    private void change(StringBuilder request) {
        int at = random.nextInt(request.length());
        int end = Math.min(request.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(6)) {
            case 0 -> request.setCharAt(at, INTERESTING.charAt(random.nextInt(INTERESTING.length())));
            case 1 -> request.delete(at, end == request.length() ? at : end);
            case 2 -> request.insert(at, request.substring(at, end));
            case 3 -> request.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            case 4 -> request.setCharAt(at, (char) random.nextInt(256));
            default -> request.setLength(Math.max(1, at));
        }
    }

    /** Says that nothing more comes, so that nobody waits for it. */
    private static String answerTo(String request) throws IOException {
        try (Socket socket = RawCaller.connect(SERVER.port())) {
            RawCaller.send(socket, request);
            socket.shutdownOutput();
            return RawCaller.readAll(socket);
        } catch (SocketException closed) {
            return "";
        }
    }
}
