package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.BrokenContract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.Offer;
import io.s360.iid.mock.answer.Served;
import io.s360.iid.mock.document.DocumentServed;
import io.s360.iid.mock.document.UnreadableDocument;
import io.s360.iid.mock.reload.FileWatch;
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
            names = "--export",
            paramLabel = "<folder>",
            description = "Write the contract as mappings for a plain WireMock, and start nothing.")
    private @Nullable Path exportFolder;

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

    @Option(names = "--faults", description = "Let callers have something go wrong on purpose.")
    private boolean hasFaultMode;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            description = "The same calls get the same ids; for tests only, since anybody can guess them.")
    private @Nullable Long seed;

    private final PrintWriter out;
    private final PrintWriter err;

    private MockMain(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
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

    /** Starts a mock, and leaves it to its threads to keep the process alive. */
    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        int exitCode = run(arguments, toWriter(System.out), toWriter(System.err));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** Gives 0 if a mock runs or there is nothing more to say, 2 if none can be started like that. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        return new CommandLine(new MockMain(out, err))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> complain(err, wrong.getMessage() + "; see --help"))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        ConsoleLines console = new ConsoleLines(out);
        try {
            return file == null ? serveOwn(console) : serve(Source.of(file, seed == null ? 1 : seed), console);
        } catch (CannotListen | BrokenContract | UnreadableDocument | UnusableFolder cannot) {
            console.close();
            return complain(err, String.valueOf(cannot.getMessage()));
        } catch (IOException unreadable) {
            console.close();
            return complain(err, "cannot read " + unreadable.getMessage() + "; name a file that is there");
        }
    }

    private int serveOwn(ConsoleLines console) throws IOException {
        Contract contract = ContractReader.readBundled();
        if (printout().isWanted()) {
            return print(contract, console);
        }
        MockServer server = start(Source.offer(contract), console);
        out.println(new Welcome(contract, server, isAdminOpen).text());
        if (watched != null) {
            watch(Source.of(watched, 1), server, console);
        }
        return 0;
    }

    private int serve(Source source, ConsoleLines console) {
        Offer offer = source.read();
        Served served = offer.at(() -> URI.create("http://localhost:" + port));
        if (served instanceof DocumentServed foreign) {
            if (printout().isWanted()) {
                console.close();
                return complain(
                        err, "--catalogue and --export take a contract with a life-cycle; " + file + " has none");
            }
            MockServer server = start(offer, console);
            DocumentWelcome welcome = new DocumentWelcome(foreign.document(), server);
            out.println(welcome.text());
            watch(source, server, console);
            welcome.limits().forEach(console);
        } else {
            Contract contract = ((ContractServed) served).contract();
            if (printout().isWanted()) {
                return print(contract, console);
            }
            MockServer server = start(offer, console);
            out.println(new Welcome(contract, server, isAdminOpen).text());
            watch(source, server, console);
        }
        return 0;
    }

    private Printout printout() {
        return new Printout(isCatalogueWanted, exportFolder);
    }

    private int print(Contract contract, ConsoleLines console) {
        console.close();
        printout().print(contract, URI.create("http://localhost:" + port), out);
        return 0;
    }

    private MockServer start(Offer offer, ConsoleLines console) {
        MockServer server = MockServer.start(optionsFor(offer, console));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            console.close();
                        },
                        "stop"));
        return server;
    }

    /** For as long as the process lives. */
    private static void watch(Source source, MockServer server, ConsoleLines console) {
        FileWatch unused = source.watch(new Reloading(source, server, console));
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
