package io.s360.iid.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk asks of a peer.
 *
 * @param script of wrk
 * @param kind mix or fixed
 * @param path of the fixed operation, below the sessions
 */
record Load(Path script, String kind, String path) {

    static final int CONNECTIONS = 32;

    /** So that each run has tenants of its own: a run that ends in the middle of a cycle leaves a session behind. */
    private static final AtomicInteger RUNS = new AtomicInteger();

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

    /** What a client does with a session from its beginning to after its end, in a tenant for each connection. */
    static Load mix(Path script) {
        return new Load(script, "mix", "");
    }

    /** The same request over and over. */
    static Load fixed(Path script, String path) {
        return new Load(script, "fixed", path);
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
            return !Output.of(List.of("wrk", "--version"), Duration.ofSeconds(10))
                    .isEmpty();
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Duration micros(String number) {
        return Duration.ofNanos(Long.parseLong(number) * 1_000);
    }

    private List<String> wrk(Running target, Duration time, long most) throws IOException {
        String threads = Integer.toString(CONNECTIONS);
        List<String> command = List.of(
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
                "bench-" + RUNS.incrementAndGet() + "-",
                Long.toString(most / CONNECTIONS),
                path);
        return Output.of(command, time.plusMinutes(1));
    }
}
