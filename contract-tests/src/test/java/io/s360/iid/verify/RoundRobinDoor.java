package io.s360.iid.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for several servers. Each request goes to the next of them, byte for byte but for {@code Connection: close},
 * which makes each request come in a connection of its own. The requests of one client can be kept together: a server counts
 * what a client may send by itself.
 */
final class RoundRobinDoor implements AutoCloseable {

    private static final String CLOSE = "Connection: close\r\n";

    private final ServerSocket door;
    private final List<Integer> ports;
    private final String keptTogether;
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private RoundRobinDoor(List<Integer> ports, String keptTogether) throws IOException {
        this.ports = ports;
        this.keptTogether = keptTogether.toLowerCase(Locale.ROOT);
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** @param keptTogether a header line; all requests that have it go to the first server */
    static RoundRobinDoor to(List<Integer> ports, String keptTogether) throws IOException {
        return new RoundRobinDoor(ports, keptTogether);
    }

    URI uri() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                threads.execute(() -> pass(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket caller) {
        try (caller) {
            String head = readHead(caller.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), portFor(head))) {
                int headers = head.indexOf('\n') + 1;
                String passed = head.substring(0, headers) + CLOSE + head.substring(headers);
                server.getOutputStream().write(passed.getBytes(StandardCharsets.ISO_8859_1));
                threads.execute(() -> copy(caller, server));
                server.getInputStream().transferTo(caller.getOutputStream());
            }
        } catch (IOException gone) {
            // Whoever is left sees that the connection is closed.
        }
    }

    private static String readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            head.write(read);
            if (read == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private int portFor(String head) {
        boolean isKept = head.toLowerCase(Locale.ROOT).contains(keptTogether);
        return ports.get(isKept ? 0 : Math.floorMod(next.getAndIncrement(), ports.size()));
    }

    private static void copy(Socket caller, Socket server) {
        try {
            caller.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException gone) {
            // The other direction ends by itself.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
