package io.s360.iid.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Measures the mock beside its peers, one after another in each round, so that a slow minute of the machine hits all. */
public final class MockBench {

    private static final int WRONG_USAGE = 2;

    private final Options options;
    private final Console console;
    private final Path folder;

    private MockBench(Options options, Path folder) {
        this.options = options;
        this.console = new Console(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        this.folder = folder;
    }

    /** Ends with 0, with 1 if something could not be measured, with 2 if the benchmark cannot be run like that. */
    public static void main(String[] arguments) throws IOException {
        Options options = new Options();
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(arguments);
        } catch (CommandLine.ParameterException wrong) {
            System.err.println("bench: " + wrong.getMessage() + "; see --help");
            System.exit(WRONG_USAGE);
        }
        if (line.isUsageHelpRequested()) {
            line.usage(System.out);
            return;
        }
        System.exit(run(options));
    }

    private static int run(Options options) throws IOException {
        Path folder = Files.createTempDirectory("s360-bench");
        try {
            return new MockBench(options, folder).run();
        } catch (IOException | RuntimeException failed) {
            System.err.println("bench: " + failed.getMessage());
            return 1;
        } finally {
            delete(folder);
        }
    }

    private int run() throws IOException {
        if (!Load.isInstalled()) {
            System.err.println("bench: wrk is needed, which makes the load; apt-get install wrk, or brew install wrk");
            return WRONG_USAGE;
        }
        Peers found = new Peers(options);
        Path stubs = Files.createDirectory(folder.resolve("wiremock"));
        new WireMockStubs(options.contract()).writeInto(stubs);
        Peer kit = found.kit();
        List<Peer> peers = new ArrayList<>(List.of(kit));
        found.prism().ifPresent(peers::add);
        peers.addAll(found.wireMock(stubs));
        found.missing().forEach(console::warn);

        Contest contest = new Contest(options, console, peers);
        Single single = new Single(options, console, kit);
        for (int round = 1; round <= options.rounds; round++) {
            console.say("round " + round + " of " + options.rounds);
            contest.run();
            single.compareOperations(folder.resolve("round-" + round));
        }
        single.watchMemory();
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .print(new Report(options, peers, contest.figures(), single.lines(), console.warnings()).text());
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
