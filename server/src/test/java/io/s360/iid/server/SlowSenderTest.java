package io.s360.iid.server;

import static io.s360.iid.server.RawCaller.CREDENTIALS;
import static io.s360.iid.server.RawCaller.path;
import static io.s360.iid.server.RawCaller.status;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody keeps a connection by sending a little now and then. Silence ends it after 10 s, so less than that is another's. */
@Timeout(value = 9, unit = TimeUnit.SECONDS)
class SlowSenderTest {

    private static final String START = "POST " + path("GetContext") + " HTTP/1.1\r\nHost: a\r\n";
    private static final int EVERY = 40;

    private static S360Server server;

    @BeforeAll
    static void start() {
        server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .with("s360.patience.headers=500ms")
                .with("s360.patience.body=700ms")
                .with("s360.patience.rest=300ms")
                .with("server.tomcat.max-keep-alive-requests=-1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void closesOnHeadersThatDoNotEnd() throws IOException {
        try (Socket socket = RawCaller.connect(server.port())) {
            RawCaller.send(socket, START + "X: ");

            assertThat(RawCaller.dribble(socket, "x", EVERY)).isEmpty();
        }
    }

    @Test
    void closesOnHeadersThatDoNotEndAfterAnAnswer() throws IOException {
        try (Socket socket = RawCaller.connect(server.port())) {
            RawCaller.send(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n" + START + "X: ");

            assertThat(RawCaller.dribble(socket, "x", EVERY))
                    .containsOnlyOnce("HTTP/1.1 ")
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void closesOnABodyThatDoesNotEnd() throws IOException {
        try (Socket socket = RawCaller.connect(server.port())) {
            RawCaller.send(socket, START + CREDENTIALS + "Content-Length: 9000\r\n\r\n{");

            assertThat(RawCaller.dribble(socket, " ", EVERY)).isEmpty();
        }
    }

    @Test
    void closesOnChunksThatDoNotEnd() throws IOException {
        try (Socket socket = RawCaller.connect(server.port())) {
            RawCaller.send(socket, START + CREDENTIALS + "Transfer-Encoding: chunked\r\n\r\n");

            assertThat(RawCaller.dribble(socket, "1\r\n \r\n", EVERY)).isEmpty();
        }
    }

    @Test
    void closesOnARefusedBodyThatDoesNotEnd() throws IOException {
        try (Socket socket = RawCaller.connect(server.port())) {
            RawCaller.send(socket, START + "Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{");

            assertThat(status(RawCaller.dribble(socket, " ", EVERY))).isEqualTo(401);
        }
    }

    @Test
    void closesOnWhoeverAsksToContinueAndDoesNot() throws IOException {
        try (Socket socket = RawCaller.connect(server.port())) {
            RawCaller.send(socket, START + CREDENTIALS + "Expect: 100-continue\r\nContent-Length: 20\r\n\r\n");

            String answer = new String(socket.getInputStream().readAllBytes());

            assertThat(answer).isEqualTo("HTTP/1.1 100 \r\n\r\n");
        }
    }

    @Test
    void closesOnWhoeverDoesNotRead() throws IOException {
        String request = START + "Content-Length: 0\r\n\r\n";
        try (Socket socket = RawCaller.connect(server.port())) {
            assertThatThrownBy(() -> {
                        while (true) {
                            RawCaller.send(socket, request.repeat(1000));
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void servesOthersMeanwhile() throws IOException {
        WireCaller tibco = WireCaller.tibco(server);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int pair = 0; pair < 60; pair++) {
                slow.add(begin(START + "X: "));
                slow.add(begin(START + CREDENTIALS + "Content-Length: 9000\r\n\r\n{"));
            }
            for (int call = 0; call < 100; call++) {
                assertThat(tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN))
                                .status())
                        .isEqualTo(200);
            }
            for (Socket socket : slow) {
                assertThat(RawCaller.readAll(socket)).isEmpty();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket begin(String bytes) throws IOException {
        Socket socket = RawCaller.connect(server.port());
        RawCaller.send(socket, bytes);
        return socket;
    }
}
