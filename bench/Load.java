package io.s360.iid.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk asks of a peer.
 *
 * @param script of wrk
 * @param kind mix or fixed
 * @param path of the fixed operation, below the sessions
 * @param hasTenants whether each connection can have demo data of its own
 */
record Load(Path script, String kind, String path, boolean hasTenants) {

    static final int CONNECTIONS = 32;

    private static final Pattern LINE = Pattern.compile(
            "LOAD requests=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+) refused=(\\d+) lost=(\\d+) wrong=(\\d+)");

    /**
     * What came of it.
     *
     * @param cpu of the peer, all of its processes
     * @param refused answers of a status above 399
     */
    record Result(long requests, Duration wall, Duration p50, Duration p99, Duration cpu, long refused) {

        double rate() {
            return requests * 1e9 / wall.toNanos();
        }

        double cpuMicrosPerRequest() {
            return cpu.toNanos() / 1e3 / requests;
        }
    }

    /**
     * Runs it for a time, or until so many requests are answered.
     *
     * @param most 0 for no end but the time
     * @throws IOException if an answer was lost or wrong, for such a figure means nothing
     */
    Result run(Running target, Duration time, long most) throws IOException {
        Duration cpuBefore = Usage.cpu(target.processes());
        List<String> output = wrk(target, time, most);
        Duration cpu = Usage.cpu(target.processes()).minus(cpuBefore);
        Matcher line = output.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new IOException("wrk failed:\n" + String.join("\n", output)));
        long requests = Long.parseLong(line.group(1));
        if (requests == 0 || !line.group(6).equals("0") || !line.group(7).equals("0")) {
            throw new IOException("%s answered %d requests, lost %s, and %s wrong: %s"
                    .formatted(
                            target.peer().name(),
                            requests,
                            line.group(6),
                            line.group(7),
                            output.get(output.size() - 1)));
        }
        return new Result(
                requests,
                micros(line.group(2)),
                micros(line.group(3)),
                micros(line.group(4)),
                cpu,
                Long.parseLong(line.group(5)));
    }

    /** Until at least so many requests are answered; gives how many were. */
    long runUntil(Running target, long requests, Duration chunk) throws IOException {
        long answered = 0;
        while (answered < requests) {
            answered += run(target, chunk, Math.max(CONNECTIONS, requests - answered))
                    .requests();
        }
        return answered;
    }

    static boolean isInstalled() {
        try {
            Process wrk = new ProcessBuilder("wrk", "--version")
                    .redirectErrorStream(true)
                    .start();
            wrk.getInputStream().readAllBytes();
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Duration micros(String number) {
        return Duration.ofNanos(Long.parseLong(number) * 1_000);
    }

    private List<String> wrk(Running target, Duration time, long most) throws IOException {
        String threads = Integer.toString(CONNECTIONS);
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t" + threads,
                        "-c" + threads,
                        "-d" + time.toSeconds() + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        target.url(),
                        "--",
                        kind,
                        target.peer().keepsState() ? "stateful" : "stateless",
                        hasTenants ? "tenants" : "shared",
                        Long.toString(most / CONNECTIONS),
                        path)
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(wrk.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
            if (!wrk.waitFor(time.toSeconds() + 60, TimeUnit.SECONDS)) {
                throw new IOException("wrk does not end");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        } finally {
            wrk.destroyForcibly();
        }
        return lines;
    }
}
