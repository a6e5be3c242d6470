package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.concurrent.Callable;
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

    @Option(names = "--admin-from-anywhere", description = "Let other machines use WireMock's admin API, too.")
    private boolean isAdminOpen;

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
            Contract contract = ContractReader.readBundled();
            MockServer server = MockServer.start(MockOptions.of(contract)
                    .withPort(port)
                    .withBindAddress(bindAddress)
                    .withAdminOpen(isAdminOpen)
                    .withLog(console));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.close();
                                console.close();
                            },
                            "stop"));
            out.println(new Welcome(contract, server, isAdminOpen).text());
            return 0;
        } catch (CannotListen taken) {
            console.close();
            return complain(err, String.valueOf(taken.getMessage()));
        }
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
