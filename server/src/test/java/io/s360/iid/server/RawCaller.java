package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.CONTRACT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no client library would send, and takes whatever comes. */
final class RawCaller {

    static final String CREDENTIALS =
            "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\nX-IID-API-KEY: demo-tibco-key\r\nContent-Type: application/json\r\n";

    private static final int LONGEST_IN_MILLISECONDS = 20_000;
    private static final int QUIET_IN_MILLISECONDS = 150;

    private RawCaller() {}

    static String path(String operationId) {
        return CONTRACT.operation(operationId).path();
    }

    /** A request of the demo's client that ends its connection, with further headers. */
    static String post(String operationId, String headers, String body) {
        return "POST " + path(operationId) + " HTTP/1.1\r\nHost: a\r\n" + headers + "Content-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    static Socket connect(int port) throws IOException {
        return connect(port, "127.0.0.1");
    }

    /** Connects from one of the many addresses that this machine has for itself. */
    static Socket connect(int port, String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(LONGEST_IN_MILLISECONDS);
        return socket;
    }

    static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    static String answerTo(S360Server server, String request) throws IOException {
        return answerTo(server, "127.0.0.1", request);
    }

    /** The server may answer and close before it has taken all of the request. */
    static String answerTo(S360Server server, String from, String request) throws IOException {
        try (Socket socket = connect(server.port(), from)) {
            sendAsMuchAsIsTaken(socket, request);
            return readAll(socket);
        }
    }

    private static void sendAsMuchAsIsTaken(Socket socket, String bytes) throws IOException {
        try {
            send(socket, bytes);
        } catch (SocketException closed) {
            // What has been answered before can still be read.
        }
    }

    /** Until the end, or until nothing more comes on a connection that stays open. */
    static String readAll(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                answer.write(buffer, 0, count);
                socket.setSoTimeout(QUIET_IN_MILLISECONDS);
            }
        } catch (SocketTimeoutException | SocketException nothingMore) {
            return answer.toString(StandardCharsets.UTF_8);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Sends a byte whenever nothing has come for a moment, until the other side has closed; what came meanwhile. */
    static String dribble(Socket socket, String bytes, int every) throws IOException {
        socket.setSoTimeout(every);
        StringBuilder came = new StringBuilder();
        int sent = 0;
        while (true) {
            try {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return came.toString();
                }
                came.append((char) next);
            } catch (SocketTimeoutException quiet) {
                if (!sendOne(socket, bytes.charAt(sent++ % bytes.length()))) {
                    return came.toString();
                }
            } catch (SocketException reset) {
                return came.toString();
            }
        }
    }

    private static boolean sendOne(Socket socket, char next) {
        try {
            send(socket, String.valueOf(next));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
