package io.s360.iid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;

/** A benchmark that has been called from the command line. */
final class Invocation {

    private static final int WRONG_USAGE = 2;

    private Invocation() {}

    /** What is measured. */
    interface Benchmark {
        /** @param folder to work in, gone afterwards */
        void run(Path folder) throws IOException, SQLException;
    }

    /**
     * Ends the process: with 0, with 1 if something could not be measured, with 2 if the benchmark cannot be run like that.
     *
     * @param options filled from the arguments before the benchmark is run
     */
    static void of(String[] arguments, Object options, Benchmark benchmark) throws IOException {
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
        if (!Load.isInstalled()) {
            System.err.println("bench: wrk is needed, which makes the load; apt-get install wrk, or brew install wrk");
            System.exit(WRONG_USAGE);
        }
        System.exit(run(benchmark));
    }

    private static int run(Benchmark benchmark) throws IOException {
        Path folder = Files.createTempDirectory("s360-bench");
        try {
            benchmark.run(folder);
            return 0;
        } catch (IOException | SQLException | RuntimeException failed) {
            System.err.println("bench: " + failed.getMessage());
            return 1;
        } finally {
            Output.of(List.of("rm", "-rf", folder.toString()), Duration.ofMinutes(1));
        }
    }
}
