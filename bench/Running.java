package io.s360.iid.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A peer that runs, from its start to {@link #close}. */
final class Running implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 1;

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Running::kill), "kill"));
    }

    private final Peer peer;
    private final int port;
    private final Process process;
    private final Duration toFirstAnswer;

    private Running(Peer peer, int port, Process process, long startedAt) throws IOException {
        this.peer = peer;
        this.port = port;
        this.process = process;
        ALIVE.add(process);
        try {
            this.toFirstAnswer = awaitFirstAnswer(startedAt);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /**
     * Starts a peer, and waits for its first right answer to the documented call.
     *
     * @throws IOException if it ends, or is not there after a minute
     */
    static Running start(Peer peer) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(peer.commandAt(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long startedAt = System.nanoTime();
        return new Running(peer, port, builder.start(), startedAt);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private Duration awaitFirstAnswer(long startedAt) throws IOException {
        while (System.nanoTime() - startedAt < LONGEST_START.toNanos()) {
            if (call().isAnsweredRight()) {
                return Duration.ofNanos(System.nanoTime() - startedAt);
            }
            if (!process.isAlive()) {
                throw new IOException(peer.name() + " ended at its start, with " + process.exitValue() + "; try "
                        + String.join(" ", peer.commandAt(port)));
            }
            pause();
        }
        throw new IOException(peer.name() + " gave no right answer within " + LONGEST_START.toSeconds() + " s");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    Peer peer() {
        return peer;
    }

    DocumentedCall call() {
        return peer.firstCall().apply(port);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** From the start of its process. */
    Duration toFirstAnswer() {
        return toFirstAnswer;
    }

    /** Its process and those that it started. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException stop) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        ALIVE.remove(process);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
