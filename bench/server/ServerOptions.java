package io.s360.iid.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is measured of the server, and how long. */
@Command(
        name = "bench server",
        description = "Measures the server on both stores beside the same Spring Boot that answers a constant.",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false)
final class ServerOptions {

    /** A part of the benchmark. */
    enum Part {
        START,
        VALIDATE,
        GET,
        MIX
    }

    @Mixin
    final Turns turns = new Turns();

    @Option(
            names = "--only",
            paramLabel = "<part>",
            split = ",",
            description = "Of START, VALIDATE, GET and MIX; all by default.")
    Set<Part> only = EnumSet.allOf(Part.class);

    @Option(
            names = "--no-postgres",
            description = "Leave PostgreSQL out, which is else started from what is installed: initdb and pg_ctl.")
    boolean withoutPostgres;

    /** Of the kit; given by the launcher. */
    @Option(names = "--home", hidden = true, required = true)
    Path home;

    /** Where the classes of the benchmark are, for the constant; given by the launcher. */
    @Option(names = "--classes", hidden = true, required = true)
    String classes;

    /** What starts the server, but for its own options; given by the launcher. */
    @Parameters(hidden = true)
    List<String> server;

    Path script() {
        return home.resolve("bench/server.lua");
    }
}
