package io.s360.iid.server;

import io.s360.iid.contract.reading.ContractReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The server's command line. */
@Command(
        name = "s360 server",
        description = "The single-sign-on operations of the S360 IID contract, as a real service.",
        mixinStandardHelpOptions = true,
        versionProvider = ServerApplication.Version.class,
        sortOptions = false)
public final class ServerApplication implements Callable<Integer> {

    private static final int REFUSED = 2;
    static final int MAX_PORT = 65_535;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 for a free one. (8080)")
    private @Nullable Integer port;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "File of settings: name=value in .properties, or the same in .yaml.")
    private @Nullable Path config;

    @Option(
            names = "--secrets",
            paramLabel = "DIR",
            description = "Folder of settings: each file is named as a setting and holds its value.")
    private @Nullable Path secrets;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder that keeps the sessions. In a demo: in memory.")
    private @Nullable Path data;

    @Option(
            names = "--demo",
            negatable = true,
            description = "With the clients and sessions of the contract's demo. (./s360: with; this jar: without)")
    private @Nullable Boolean demo;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "Port of the portal and the operators; needs S360_MANAGEMENT_KEY. Off by default.")
    private @Nullable Integer managementPort;

    @Parameters(paramLabel = "name=value", description = "Any setting.")
    private List<String> settings = new ArrayList<>();

    private volatile boolean started;

    private ServerApplication() {}

    public static void main(String[] args) {
        int exit = commandLine().execute(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new ServerApplication()).setUsageHelpAutoWidth(true);
        command.getCommandSpec().usageMessage().footer(SettingFiles.help());
        return command.setParameterExceptionHandler((wrong, arguments) ->
                        refuse(wrong.getCommandLine(), wrong.getMessage() + "; --help lists the options"))
                .setExecutionExceptionHandler((failure, line, arguments) -> {
                    if (failure instanceof StartRefused refused) {
                        return refuse(line, refused.getMessage());
                    }
                    throw failure;
                });
    }

    private static int refuse(CommandLine command, @Nullable String line) {
        command.getErr().println("s360 server: " + line);
        return REFUSED;
    }

    @Override
    public Integer call() {
        S360Server.Options options = S360Server.Options.defaults();
        options = config == null ? options : options.with(SettingFiles.config(config));
        options = secrets == null ? options : options.with(SettingFiles.secrets(secrets));
        options = demo == null ? options : options.with("s360.demo=" + demo);
        for (String setting : settings) {
            options = options.with(checked(setting));
        }
        options = port == null ? options : options.withPort(checked("--port", port));
        options = data == null ? options : options.withData(data);
        options = managementPort == null
                ? options
                : options.with("s360.management.port=" + checked("--management-port", managementPort));
        exitsWell();
        S360Server.start(options);
        started = true;
        return 0;
    }

    /** Being told to stop is no failure: a server that had started ends with 0 once Spring has stopped. */
    private void exitsWell() {
        SpringApplication.getShutdownHandlers().add(() -> {
            if (started) {
                Runtime.getRuntime().halt(0);
            }
        });
    }

    private static String checked(String setting) {
        if (setting.indexOf('=') < 1) {
            throw new StartRefused("'" + setting + "' is neither an option nor name=value; --help lists the options");
        }
        return setting;
    }

    private static int checked(String option, int wanted) {
        if (wanted < 0 || wanted > MAX_PORT) {
            throw new StartRefused(option + " must be a port from 0 to " + MAX_PORT);
        }
        return wanted;
    }

    /** The version of the contract that this server carries. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "S360 server, contract " + ContractReader.readBundled().version()
            };
        }
    }
}
