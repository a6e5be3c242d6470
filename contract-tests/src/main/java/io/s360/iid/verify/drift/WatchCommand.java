package io.s360.iid.verify.drift;

import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.verify.drift.passage.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of {@code ./s360 verify --proxy}. */
@Command(
        name = "s360 verify --proxy",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Passes requests on to an address, and says what differs from the contract in either direction.",
        footer = {
            "",
            "Enter prints what was seen so far; Ctrl-C ends it and prints what was seen, with a proposed",
            "change of the contract as a diff. Nothing that callers send is kept or shown.",
            "Exit codes: 0 no difference was seen, 1 some were, 2 wrong usage or the port is taken."
        })
public final class WatchCommand implements Callable<Integer> {

    private static final String PROXY = "--proxy";
    private static final int CANNOT = 2;
    private static final int HIGHEST_PORT = 65_535;

    @Option(names = PROXY, required = true, paramLabel = "URL", description = "The address to watch.")
    private URI upstream = URI.create("");

    @Option(
            names = "--port",
            defaultValue = "4020",
            paramLabel = "N",
            description = "Where to listen; 0 for any free port. By default ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "The one address to listen at. By default ${DEFAULT-VALUE}: this machine only.")
    private String bindAddress = "";

    @Option(names = "--for", paramLabel = "DURATION", description = "End after a time such as 90s, 15m or 8h.")
    private @Nullable String time;

    @Option(names = "--requests", defaultValue = "0", paramLabel = "N", description = "End after so many requests.")
    private long requests;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write the findings (drift.json) and the diff (drift.diff) into this folder as well.")
    private @Nullable Path report;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    private final InputStream keys;

    private WatchCommand(InputStream keys) {
        this.keys = keys;
    }

    /** Whether these arguments are for this command. */
    public static boolean isMeant(String... arguments) {
        for (String argument : arguments) {
            if (argument.equals(PROXY) || argument.startsWith(PROXY + "=")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Watches until it is told to end, and gives the exit code.
     *
     * @param keys a line of it asks for what was seen so far
     */
    public static int run(InputStream keys, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new WatchCommand(keys))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(
                        (wrong, given) -> complain(err, wrong.getMessage() + "; see ./s360 verify --proxy URL --help"))
                .setExecutionExceptionHandler((failure, command, given) ->
                        complain(err, "cannot go on: " + failure.getClass().getSimpleName()))
                .execute(arguments);
    }

    private static int complain(PrintWriter err, String sentence) {
        err.println("s360 verify: " + sentence);
        return CANNOT;
    }

    @Override
    public Integer call() {
        demand(isAddress(upstream), PROXY + " takes an address such as http://localhost:8080, without a query");
        demand(port >= 0 && port <= HIGHEST_PORT, "--port takes a number from 0 to " + HIGHEST_PORT);
        demand(requests >= 0, "--requests takes a number from 1");
        Duration limit = toDuration();
        PrintWriter out = spec.commandLine().getOut();
        Vigil vigil = new Vigil(keys, out, requests, limit);
        try {
            return vigil.keep(
                    ContractFiles.bundled(), Passage.Setting.of(upstream).at(bindAddress, port), report);
        } catch (IOException cannot) {
            return complain(spec.commandLine().getErr(), String.valueOf(cannot.getMessage()));
        }
    }

    private static boolean isAddress(URI address) {
        return address.getHost() != null
                && String.valueOf(address.getScheme()).matches("https?")
                && address.getRawQuery() == null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null;
    }

    private @Nullable Duration toDuration() {
        if (time == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse("PT" + time);
            demand(!duration.isNegative() && !duration.isZero(), "--for takes a time such as 90s, 15m or 8h");
            return duration;
        } catch (DateTimeParseException other) {
            throw new ParameterException(spec.commandLine(), "--for takes a time such as 90s, 15m or 8h", other);
        }
    }

    private void demand(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
