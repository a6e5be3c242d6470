package io.s360.iid.bench;

import io.s360.iid.bench.Options.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is measured of the kit alone: how it takes a large contract, and many requests. */
final class Single {

    private static final Duration CHUNK = Duration.ofSeconds(10);

    private final Options options;
    private final Console console;
    private final Peer kit;
    private final Samples fewOperations = new Samples();
    private final Samples manyOperations = new Samples();
    private final List<String> memory = new ArrayList<>();

    Single(Options options, Console console, Peer kit) {
        this.options = options;
        this.console = console;
        this.kit = kit;
    }

    /** One round: the rate of an operation of the contract, and of the last one of the same contract with many more. */
    void compareOperations(Path folder) throws IOException {
        if (!options.only.contains(Part.OPERATIONS)) {
            return;
        }
        if (!takesContracts()) {
            console.warn("The cost of more operations is left out, for this mock takes no other contract (--spec).");
            return;
        }
        LargerContract larger = new LargerContract(options.contract());
        String last = larger.writeInto(Files.createDirectory(folder));
        Peer few = kit.with(List.of("--spec", options.contract().toString()));
        Peer many = kit.with(List.of("--spec", larger.fileIn(folder).toString()));
        fewOperations.add(kit, rate(few, "validate"));
        manyOperations.add(kit, rate(many, last));
    }

    private boolean takesContracts() throws IOException {
        List<String> help =
                Stream.concat(options.mock.stream(), Stream.of("--help")).toList();
        return Output.of(help, Duration.ofSeconds(30)).stream().anyMatch(line -> line.contains("--spec"));
    }

    private double rate(Peer peer, String operation) throws IOException {
        Load validate = Load.fixed(options.script(), operation);
        try (Running running = Running.start(peer)) {
            if (running.call().isAnsweredRight()) {
                throw new IOException("the second logout succeeds: this is not served as the contract says");
            }
            validate.run(running, options.turns.warmingUp(), 0);
            Load.Result result = validate.run(running, options.turns.measured(), 0);
            if (result.refused() != 0) {
                throw new IOException(operation + " was refused " + result.refused() + " times");
            }
            console.say(String.format(Locale.ROOT, "%s: %.0f/s", operation, result.rate()));
            return result.rate();
        }
    }

    /** Over many requests: of sessions that are there, and of the mix, each of whose sessions is remembered for a while. */
    void watchMemory() throws IOException {
        if (!options.only.contains(Part.MEMORY)) {
            return;
        }
        memory.add("| Requests | heap in use after a collection, MiB | resident, MiB |");
        memory.add("| --- | --- | --- |");
        watch(Load.fixed(options.script(), "logout"), "logouts");
        watch(Load.mix(options.script()), "of the mix");
    }

    private void watch(Load load, String what) throws IOException {
        try (Running running = Running.start(kit)) {
            long asked = 0;
            for (long until : new long[] {options.requests / 10, options.requests}) {
                asked += load.runUntil(running, until - asked, CHUNK);
                long heap = Heap.of(kit)
                        .usedAfterCollection(running.processes().get(0).pid());
                long resident = Usage.memory(running.processes()).resident();
                memory.add(String.format(
                        Locale.ROOT, "| %,d %s | %.1f | %.0f |", asked, what, heap / 1024.0, resident / 1024.0));
                console.say(memory.get(memory.size() - 1));
            }
        }
    }

    /** In Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!manyOperations.isEmpty()) {
            lines.add("Validations per second with the contract's operations: %s; with %,d operations: %s; ratio %.2f."
                    .formatted(
                            fewOperations.text(kit, "%.0f"),
                            LargerContract.OPERATIONS,
                            manyOperations.text(kit, "%.0f"),
                            manyOperations.median(kit) / fewOperations.median(kit)));
        }
        if (!memory.isEmpty()) {
            lines.add("");
        }
        lines.addAll(memory);
        return lines;
    }
}
