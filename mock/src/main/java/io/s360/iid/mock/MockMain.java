package io.s360.iid.mock;

import io.s360.iid.contract.reading.BrokenContract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.Offer;
import io.s360.iid.mock.catalogue.Catalogue;
import io.s360.iid.mock.document.UnreadableDocument;
import io.s360.iid.mock.stub.MappingExport;
import io.s360.iid.mock.stub.UnusableFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the mock. */
@Command(
        name = "mock",
        description = "Starts a server that behaves as the contract says.",
        mixinStandardHelpOptions = true,
        versionProvider = MockMain.Version.class,
        usageHelpAutoWidth = true,
        sortOptions = false)
public final class MockMain implements Callable<Integer> {

    private static final int CANNOT = 2;
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec spec;

    private int port;

    @Option(
            names = "--bind",
            paramLabel = "<address>",
            description = "The one address to listen at; all of this machine by default.")
    private @Nullable String bindAddress;

    @Option(
            names = "--admin-from-anywhere",
            description = "Let other machines use the admin API, WireMock's admin API and the console, too.")
    private boolean isAdminOpen;

    @Option(
            names = "--catalogue",
            description = "Print every answer of every operation with a command for each way to it, and start nothing.")
    private boolean isCatalogueWanted;

    @Option(
            names = "--spec",
            paramLabel = "<file>",
            description = "Serve this contract or OpenAPI 3.0/3.1 document in the place of the kit's own contract.")
    private @Nullable Path file;

    @Option(
            names = "--watch",
            paramLabel = "<file>",
            description =
                    "Where the kit's own contract can be edited: it is served anew whenever it, or a YAML file beside"
                            + " or below it, is saved. With --spec that goes without saying.")
    private @Nullable Path watched;

    @Option(
            names = "--export",
            paramLabel = "<folder>",
            description = "Write the contract as mappings for a plain WireMock, and start nothing.")
    private @Nullable Path exportFolder;

    @Option(names = "--faults", description = "Let callers have something go wrong on purpose.")
    private boolean hasFaultMode;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            description = "The same calls get the same ids; for tests only, since anybody can guess them.")
    private @Nullable Long seed;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Runnable atLast;

    private MockMain(PrintWriter out, PrintWriter err, Runnable atLast) {
        this.out = out;
        this.err = err;
        this.atLast = atLast;
    }

    @Option(
            names = "--port",
            paramLabel = "<port>",
            defaultValue = "4010",
            description = "0 for any free one; ${DEFAULT-VALUE} by default.")
    void setPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--port takes a number from 0 to " + HIGHEST_PORT);
        }
        this.port = port;
    }

    /**
     * Starts a mock, and leaves it to its threads to keep the process alive. Being told to stop is no failure: a mock that had
     * started ends with 0.
     */
    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        int exitCode = run(
                arguments,
                toWriter(System.out),
                toWriter(System.err),
                () -> Runtime.getRuntime().halt(0));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /**
     * Gives 0 if a mock runs or there is nothing more to say, 2 if none can be started like that.
     *
     * @param atLast what is done when the process has been told to stop, and the mock has
     */
    static int run(String[] arguments, PrintWriter out, PrintWriter err, Runnable atLast) {
        return new CommandLine(new MockMain(out, err, atLast))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> complain(err, wrong.getMessage() + "; see --help"))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            Source source = file == null ? Source.bundled(watched) : Source.of(file, seed == null ? 1 : seed);
            Offer offer = source.first();
            return isCatalogueWanted || exportFolder != null ? tell(offer) : serve(source, offer);
        } catch (CannotListen | BrokenContract | UnreadableDocument | UnusableFolder cannot) {
            return complain(err, String.valueOf(cannot.getMessage()));
        } catch (IOException unreadable) {
            return complain(err, "cannot read " + unreadable.getMessage() + "; name a file that is there");
        }
    }

    /** What needs no running mock. */
    private int tell(Offer offer) {
        URI base = URI.create("http://localhost:" + port);
        if (!(offer.at(() -> base) instanceof ContractServed served)) {
            return complain(err, "--catalogue and --export need a contract with x-lifecycle; with others use Prefer");
        }
        if (isCatalogueWanted) {
            out.print(Catalogue.of(served.contract()).toText(base));
            out.flush();
        }
        if (exportFolder != null) {
            int number = new MappingExport(served.contract()).writeTo(exportFolder);
            out.println(number + " mappings in " + exportFolder
                    + ", without state; WireMock serves them with --root-dir " + exportFolder);
        }
        return 0;
    }

    /** Leaves the mock to its threads. */
    private int serve(Source source, Offer offer) {
        ConsoleLines console = new ConsoleLines(out);
        MockServer server = MockServer.start(optionsFor(offer, console));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            console.close();
                            atLast.run();
                        },
                        "stop"));
        Greeting.of(server, isAdminOpen).forEach(out::println);
        source.watch(new Reloading(source, server, console));
        return 0;
    }

    private MockOptions optionsFor(Offer offer, Consumer<String> log) {
        MockOptions options = MockOptions.of(offer)
                .withPort(port)
                .withBindAddress(bindAddress)
                .withAdminOpen(isAdminOpen)
                .withFaultMode(hasFaultMode)
                .withLog(log);
        return seed == null ? options : options.withSeed(seed);
    }

    private static PrintWriter toWriter(PrintStream console) {
        return new PrintWriter(console, true, Charset.defaultCharset());
    }

    private static int complain(PrintWriter err, String sentence) {
        err.println("mock: " + sentence);
        return CANNOT;
    }

    /** The version of the kit; of the contract, too, which is read for it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String kit = MockMain.class.getPackage().getImplementationVersion();
            return new String[] {
                "S360 mock " + (kit == null ? "(unpackaged)" : kit) + ", contract "
                        + ContractReader.readBundled().version()
            };
        }
    }
}
