package io.s360.iid.server;

import static io.s360.iid.server.RawCaller.CREDENTIALS;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connections that send a byte every five seconds: one half of them headers, the other bodies. Whoever is shut out returns. */
final class SlowCrowd implements AutoCloseable {

    private static final int PARTS = 50;
    private static final int EVERY_SECONDS = 5;
    private static final byte[] MORE = {' '};

    private final int port;
    private final List<Slow> all = new ArrayList<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private int part;
    private int returned;

    private SlowCrowd(int port) {
        this.port = port;
    }

    static SlowCrowd of(int size, int port) throws IOException {
        SlowCrowd crowd = new SlowCrowd(port);
        for (int number = 0; number < size; number++) {
            Slow slow = crowd.new Slow(number % 2 == 0);
            slow.come();
            crowd.all.add(slow);
        }
        long pause = TimeUnit.SECONDS.toMillis(EVERY_SECONDS) / PARTS;
        crowd.pace.scheduleAtFixedRate(crowd::sendAPart, pause, pause, TimeUnit.MILLISECONDS);
        return crowd;
    }

    /** How often somebody was shut out and has come again. */
    int returned() {
        return returned;
    }

    private void sendAPart() {
        for (int number = part; number < all.size(); number += PARTS) {
            all.get(number).sendOne();
        }
        part = (part + 1) % PARTS;
    }

    @Override
    public void close() throws IOException {
        pace.shutdownNow();
        for (Slow slow : all) {
            slow.leave();
        }
    }

    private final class Slow {

        private final boolean ofHeaders;
        private @Nullable SocketChannel channel;

        Slow(boolean ofHeaders) {
            this.ofHeaders = ofHeaders;
        }

        void come() throws IOException {
            SocketChannel next = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            String start = "POST " + RawCaller.path("GetContext") + " HTTP/1.1\r\nHost: a\r\n";
            String rest = ofHeaders ? "X: " : CREDENTIALS + "Content-Length: 9000\r\n\r\n";
            next.write(ByteBuffer.wrap((start + rest).getBytes(StandardCharsets.ISO_8859_1)));
            next.configureBlocking(false);
            channel = next;
        }

        void sendOne() {
            try {
                if (channel == null || channel.read(ByteBuffer.allocate(1024)) < 0) {
                    throw new IOException("shut out");
                }
                channel.write(ByteBuffer.wrap(MORE));
            } catch (IOException shutOut) {
                comeAgain();
            }
        }

        private void comeAgain() {
            try {
                leave();
                come();
                returned++;
            } catch (IOException notNow) {
                channel = null;
            }
        }

        void leave() throws IOException {
            if (channel != null) {
                channel.close();
            }
        }
    }
}
