package io.s360.iid.bench;

import io.s360.iid.bench.ServerOptions.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures the server beside a constant, one after another in each round, so that a slow minute of the machine hits all. */
public final class ServerBench {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final String CONSTANT = "constant";

    private final ServerOptions options;
    private final Console console = new Console(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    private final ServerReport report;

    private ServerBench(ServerOptions options) {
        this.options = options;
        this.report = new ServerReport(options);
    }

    /** Measures as the options say, and ends the process. */
    public static void main(String[] arguments) throws IOException {
        ServerOptions options = new ServerOptions();
        Invocation.of(arguments, options, new ServerBench(options)::run);
    }

    private void run(Path folder) throws IOException, SQLException {
        List<Store> stores = new ArrayList<>(List.of(new EmbeddedStore(folder)));
        if (!options.withoutPostgres) {
            try {
                stores.add(PostgresStore.start(folder));
            } catch (IOException missing) {
                console.warn("PostgreSQL is left out, for it cannot be started: " + missing.getMessage());
            }
        }
        try {
            for (Store store : stores) {
                console.say(store.name() + ": filling");
                Running.start(server(store.name(), store.template())).close();
                store.fill();
            }
            for (int round = 1; round <= options.turns.rounds; round++) {
                console.say("round " + round + " of " + options.turns.rounds);
                turns(stores);
            }
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report.text(console.warnings()));
        } finally {
            stores.forEach(Store::close);
        }
    }

    private void turns(List<Store> stores) throws IOException, SQLException {
        try (Running running = started(constant())) {
            measure(running, Part.VALIDATE);
            measure(running, Part.GET);
        }
        for (Store store : stores) {
            try (Running running = started(server(store.name(), store.copy()))) {
                measure(running, Part.VALIDATE);
                measure(running, Part.GET);
                measure(running, Part.MIX);
            }
        }
        if (options.only.contains(Part.START)) {
            started(new Peer("embedded, without archive", plain(server("", stores.get(0).copy()).command()), true, ServerBench::validation))
                    .close();
        }
    }

    private Running started(Peer peer) throws IOException {
        Running running = Running.start(peer);
        if (options.only.contains(Part.START)) {
            report.start(peer, running);
            console.say("%s: first answer after %d ms"
                    .formatted(peer.name(), running.toFirstAnswer().toMillis()));
        }
        return running;
    }

    private void measure(Running running, Part part) throws IOException {
        if (!options.only.contains(part)) {
            return;
        }
        Load load = new Load(options.script(), part.name().toLowerCase(Locale.ROOT), Integer.toString(Stock.PARENTS));
        boolean isCold = report.isFirstOf(running) || part == Part.MIX; // which does much that the others do not
        load.run(running, isCold ? options.turns.warmingUp() : SHORT, 0);
        Load.Result result = load.run(running, options.turns.measured(), 0);
        if (result.refused() > 0) {
            throw new IOException(running.peer().name() + " refused " + result.refused() + " requests");
        }
        report.add(running, part, result);
        console.say(String.format(
                Locale.ROOT,
                "%s: %s %.0f/s, p99 %.1f ms, %.0f µs of processor time each",
                running.peer().name(),
                part,
                result.rate(),
                Figures.millis(result.p99()),
                result.cpuMicrosPerRequest()));
    }

    private Peer server(String name, List<String> more) {
        return new Peer(name, options.server, true, ServerBench::validation)
                .with(List.of("--demo", "--port", "{port}"))
                .with(more);
    }

    private static DocumentedCall validation(int port) {
        return new DocumentedCall(port, "validate", null);
    }

    /** On the JDK of the server and with its options, but for its jar and for the archive of its classes. */
    private Peer constant() {
        List<String> command = new ArrayList<>(plain(options.server));
        int jar = command.indexOf("-jar");
        return new Peer(
                CONSTANT,
                Stream.concat(
                                command.subList(0, jar).stream(),
                                Stream.of("-cp", options.classes, Constant.class.getName(), "--server.port={port}"))
                        .toList(),
                false,
                ServerBench::validation);
    }

    private static List<String> plain(List<String> command) {
        return command.stream()
                .filter(word -> !word.startsWith("-XX:AOTCache=") && !word.startsWith("-XX:SharedArchiveFile="))
                .toList();
    }
}
