package io.s360.iid.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of the demo, over a connection of its own: a client library would have to warm up first.
 *
 * @param operation the end of its path
 * @param answer that is right, as JSON with exactly these members; null for any 200
 */
record DocumentedCall(int port, String operation, String answer) {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BODY =
            "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"fa44b0c4-fb2d-43c3-bb65-345ad2a8be11\"}";
    private static final String ANSWER =
            "{\"code\":0,\"desc\":{\"en\":\"Success\",\"ar\":\"Success\",\"code\":null},\"data\":{\"success\":true}}";

    /** The documented logout. */
    static DocumentedCall logout(int port) {
        return new DocumentedCall(port, "logout", ANSWER);
    }

    /** Whether the answer is 200 with the right body; also false if nobody listens yet. */
    boolean isAnsweredRight() throws IOException {
        String received = ask();
        int headEnd = received.indexOf("\r\n\r\n");
        if (headEnd < 0 || !received.startsWith("HTTP/1.1 200 ")) {
            return false;
        }
        if (answer == null) {
            return true;
        }
        try {
            return JSON.readTree(received.substring(headEnd)).equals(JSON.readTree(answer));
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /** Empty if nobody listens yet. */
    private String ask() throws IOException {
        String request = String.join(
                "\r\n",
                "POST /middleware/api/external/sso/session/" + operation + " HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "X-IID-API-KEY: demo-tibco-key",
                "X-IID-CLIENT-ID: TIBCO_CONSUMER",
                "Content-Type: application/json",
                "Content-Length: " + BODY.length(),
                "",
                BODY);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException notYet) {
            return "";
        }
    }
}
