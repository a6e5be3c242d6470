package io.s360.iid.verify;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.exchange.Unreachable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the verifier. */
@Command(
        name = "s360 verify",
        mixinStandardHelpOptions = true,
        versionProvider = Kit.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Says whether addresses keep the contract, in one table.",
        footer = {
            "",
            "Without --target, the kit's own mock and server are started and judged; the curl lines of"
                    + " their findings are for a ./s360 mock and a ./s360 server at their usual ports.",
            "A target is expected to have the demo data. Another one is judged with the credentials in"
                    + " S360_CLIENT_ID, S360_CLIENT_KEY and S360_SESSION_TOKEN, as far as these lead.",
            "Exit codes: 0 the contract is kept, 1 findings, 2 wrong usage or no answer."
        })
public final class VerifyMain implements Callable<Integer> {

    /** Where the bundled contract is, for a validator that reads it by itself. */
    public static final String BUNDLED_DOCUMENT = "openapi/" + ContractReader.ROOT;

    @Mixin
    private VerifyOptions options = new VerifyOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    private final Map<String, String> environment;

    private VerifyMain(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(System.getenv(), out, err, arguments));
    }

    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new VerifyMain(environment))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> complain(wrong))
                .setExecutionExceptionHandler((failure, command, given) -> {
                    command.getErr()
                            .println("s360 verify: cannot go on: "
                                    + failure.getClass().getSimpleName()); // its text may hold a key
                    return 2;
                })
                .execute(arguments);
    }

    private static int complain(ParameterException wrong) {
        wrong.getCommandLine().getErr().println("s360 verify: " + wrong.getMessage() + "; see ./s360 verify --help");
        return 2;
    }

    @Override
    public Integer call() throws IOException {
        Contract contract = ContractReader.readBundled();
        Inspection inspection;
        try {
            demandKnown(options.only(), contract);
            inspection = Inspection.of(options, environment, contract);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            return inspection.run(out, err, InstantSource.system()) ? 0 : 1;
        } catch (Unreachable silent) {
            err.println("s360 verify: " + inspection.hide(String.valueOf(silent.getMessage())));
            return 2;
        }
    }

    private static void demandKnown(Iterable<String> wished, Contract contract) {
        List<String> known = contract.operations().stream().map(Operation::id).toList();
        for (String id : wished) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException("--only: there is no operation " + id + "; there are "
                        + known.stream().collect(Collectors.joining(", ")));
            }
        }
    }
}
