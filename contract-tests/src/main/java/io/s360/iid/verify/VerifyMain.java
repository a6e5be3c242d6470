package io.s360.iid.verify;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.drift.WatchCommand;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.LiveTarget;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.exchange.Unreachable;
import io.s360.iid.verify.report.VerdictText;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the verifier. */
@Command(
        name = "s360 verify",
        mixinStandardHelpOptions = true,
        version = "s360 verify 0.1.0",
        description = "Says whether addresses keep the contract, in one table.",
        footer = {
            "",
            "Without --target, the kit's own mock and server are started and judged; the curl lines of",
            "their findings are for a ./s360 mock and a ./s360 server at their usual ports.",
            "A target is expected to have the demo data. Another one is judged with the credentials in",
            "S360_CLIENT_ID, S360_CLIENT_KEY and S360_SESSION_TOKEN, as far as these lead.",
            "With --proxy URL it passes real traffic on to an address and judges that: see --proxy URL --help.",
            "Exit codes: 0 the contract is kept, 1 findings, 2 wrong usage or no answer."
        })
public final class VerifyMain implements Callable<Integer> {

    /** Where the bundled contract is, for a validator that reads it by itself. */
    public static final String BUNDLED_DOCUMENT = "openapi/" + ContractReader.ROOT;

    @Option(names = "--target", paramLabel = "URL", description = "An address to judge; may be given several times.")
    private List<URI> targets = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    private final Map<String, String> environment;

    private VerifyMain(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(
                WatchCommand.isMeant(arguments)
                        ? WatchCommand.run(System.in, out, err, arguments)
                        : run(System.getenv(), out, err, arguments));
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
    public Integer call() {
        for (URI target : targets) {
            if (target.getHost() == null || !String.valueOf(target.getScheme()).matches("https?")) {
                throw new ParameterException(
                        spec.commandLine(), "--target " + target + " is not an address such as http://localhost:4010");
            }
        }
        Contract contract = ContractReader.readBundled();
        Optional<Credentials> credentials = credentials();
        Verification verification = new Verification(
                contract,
                BUNDLED_DOCUMENT,
                credentials.map(given -> given.toCast(contract)).orElseGet(() -> Cast.ofDemo(contract)),
                credentials.map(Credentials::secrets).orElse(Map.of()));
        verification.judgeExamples();
        try {
            judge(verification, contract);
        } catch (Unreachable silent) {
            spec.commandLine().getErr().println("s360 verify: " + silent.getMessage());
            return 2;
        }
        VerdictText.lines(verification.verdict()).forEach(spec.commandLine().getOut()::println);
        return verification.verdict().findings().isEmpty() ? 0 : 1;
    }

    private Optional<Credentials> credentials() {
        try {
            return Credentials.in(environment);
        } catch (IllegalArgumentException partial) {
            throw new ParameterException(spec.commandLine(), String.valueOf(partial.getMessage()));
        }
    }

    private void judge(Verification verification, Contract contract) {
        if (targets.isEmpty()) {
            try (HouseTargets house = HouseTargets.start(contract)) {
                verification.judge(house.mock());
                verification.judge(house.server());
            }
            return;
        }
        Map<String, Target> named = new LinkedHashMap<>();
        targets.forEach(uri -> named.put(uri.toString(), LiveTarget.at(uri.getAuthority(), uri, contract)));
        named.values().forEach(verification::judge);
    }
}
