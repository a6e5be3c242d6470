package io.s360.iid.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a command says. */
final class Output {

    private Output() {}

    /**
     * Runs a command to its end; gives the lines of its output and of its errors.
     *
     * @throws IOException if it cannot be started, or does not end in time
     */
    static List<String> of(List<String> command, Duration atMost) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread watch = new Thread(() -> endAfter(process, atMost), "watch");
        watch.setDaemon(true);
        watch.start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> lines = output.lines().toList();
            if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(command.get(0) + " does not end");
            }
            return lines;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private static void endAfter(Process process, Duration atMost) {
        try {
            if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
