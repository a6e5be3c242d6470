package io.s360.iid.bench;

import io.s360.iid.bench.Options.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is measured of the kit and of its peers alike. */
final class Contest {

    private static final int REQUESTS_BEFORE_MEMORY = 10_000;
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Options options;
    private final Console console;
    private final List<Peer> peers;
    private final Figures figures = new Figures();

    Contest(Options options, Console console, List<Peer> peers) {
        this.options = options;
        this.console = console;
        this.peers = peers;
    }

    Figures figures() {
        return figures;
    }

    /** One round. */
    void run() throws IOException {
        if (options.only.contains(Part.START)) {
            for (Peer peer : peers) {
                try (Running running = Running.start(peer)) {
                    figures.firstAnswer.add(peer, running.toFirstAnswer().toNanos() / 1e9);
                    console.say("%s: first answer after %d ms"
                            .formatted(peer.name(), running.toFirstAnswer().toMillis()));
                }
            }
        }
        if (options.only.contains(Part.LOAD)) {
            for (Peer peer : peers) {
                try (Running running = Running.start(peer)) {
                    load(running);
                }
            }
        }
    }

    private void load(Running running) throws IOException {
        Peer peer = running.peer();
        Load mix = Load.mix(options.script());
        Load logout = Load.fixed(options.script(), "logout");
        mix.runUntil(running, REQUESTS_BEFORE_MEMORY, SHORT);
        figures.resident.add(peer, Usage.memory(running.processes()).resident() / 1024.0);
        mix.run(running, options.turns.warmingUp(), 0);
        figures.mix.add(peer, told(peer, "mix", mix.run(running, options.turns.measured(), 0)));
        logout.run(running, SHORT, 0);
        Load.Result result = told(peer, "logout", logout.run(running, options.turns.measured(), 0));
        if (result.refused() != (peer.keepsState() ? result.requests() : 0)) {
            throw new IOException(
                    peer.name() + " refused " + result.refused() + " of " + result.requests() + " logouts");
        }
        figures.logout.add(peer, result);
    }

    private Load.Result told(Peer peer, String load, Load.Result result) {
        console.say(String.format(
                Locale.ROOT,
                "%s: %s %.0f/s, p99 %.1f ms, %.0f µs of processor time each",
                peer.name(),
                load,
                result.rate(),
                Figures.millis(result.p99()),
                result.cpuMicrosPerRequest()));
        return result;
    }
}
