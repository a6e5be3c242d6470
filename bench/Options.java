package io.s360.iid.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is measured, and how long. */
@Command(
        name = "bench mock",
        description = "Measures the mock beside Prism and WireMock, and prints a table in Markdown.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false)
final class Options {

    /** A part of the benchmark. */
    enum Part {
        START,
        LOAD,
        OPERATIONS,
        MEMORY
    }

    @Mixin
    final Turns turns = new Turns();

    @Option(
            names = "--requests",
            paramLabel = "<n>",
            defaultValue = "1000000",
            description = "How many the memory is watched over; ${DEFAULT-VALUE} by default.")
    long requests;

    @Option(
            names = "--only",
            paramLabel = "<part>",
            split = ",",
            description = "Of START, LOAD, OPERATIONS and MEMORY; all by default.")
    Set<Part> only = EnumSet.allOf(Part.class);

    @Option(
            names = "--prism",
            paramLabel = "<path>",
            description = "The prism command; by default that of bench/node_modules, or on the PATH.")
    Path prism;

    @Option(
            names = "--wiremock",
            paramLabel = "<jar>",
            description = "WireMock's standalone jar; by default the one that Maven has for the build.")
    Path wireMock;

    /** Of the kit; given by the launcher. */
    @Option(names = "--home", hidden = true, required = true)
    Path home;

    /** What starts the mock, but for its own options; given by the launcher. */
    @Parameters(hidden = true)
    List<String> mock;

    Path contract() {
        return home.resolve("api/src/main/resources/openapi/s360-iid.yaml");
    }

    Path script() {
        return home.resolve("bench/load.lua");
    }
}
