package io.s360.iid.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the mock beside its peers, one after another in each round, so that a slow minute of the machine hits all. */
public final class MockBench {

    private final Options options;
    private final Console console;
    private final Path folder;

    private MockBench(Options options, Path folder) {
        this.options = options;
        this.console = new Console(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        this.folder = folder;
    }

    /** Measures as the options say, and ends the process. */
    public static void main(String[] arguments) throws IOException {
        Options options = new Options();
        Invocation.of(arguments, options, folder -> new MockBench(options, folder).run());
    }

    private void run() throws IOException {
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
        for (int round = 1; round <= options.turns.rounds; round++) {
            console.say("round " + round + " of " + options.turns.rounds);
            contest.run();
            single.compareOperations(folder.resolve("round-" + round));
        }
        single.watchMemory();
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .print(new Report(options, peers, contest.figures(), single.lines(), console.warnings()).text());
    }
}
