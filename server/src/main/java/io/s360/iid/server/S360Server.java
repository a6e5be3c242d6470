package io.s360.iid.server;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.server.management.ManagementServer;
import io.s360.iid.server.session.SessionStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A running server. There may be several in one process. */
public final class S360Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(S360Server.class);

    private final ConfigurableApplicationContext context;

    private S360Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * How a server starts.
     *
     * @param store what stands between the operations and the store; the store itself if this gives it back. It does
     *     not see what the server does on its own
     * @param settings further settings of Spring, each as {@code name=value}
     */
    public record Options(
            Supplier<Contract> contract,
            InstantSource clock,
            UnaryOperator<SessionStore> store,
            List<String> settings) {

        /** The contract that this kit carries, the system's clock, and port 8080. */
        public static Options defaults() {
            return new Options(
                    ContractReader::readBundled, InstantSource.system(), UnaryOperator.identity(), List.of());
        }

        /** With the clients and sessions of the contract's demo; in memory unless a folder is given. */
        public Options withDemo() {
            return with("s360.demo=true");
        }

        /** On a port; 0 for a free one. */
        public Options withPort(int port) {
            return with("server.port=" + port);
        }

        /** With the data in a folder. */
        public Options withData(Path folder) {
            return with("s360.data=" + folder);
        }

        /** With a management port, 0 for a free one, and its credential. */
        public Options withManagement(int port, String key) {
            return with("s360.management.port=" + port).with("s360.management.key=" + key);
        }

        public Options withContract(Contract other) {
            return new Options(() -> other, clock, store, settings);
        }

        public Options withClock(InstantSource other) {
            return new Options(contract, other, store, settings);
        }

        /** With something before the store, such as one that fails when told to. */
        public Options withStore(UnaryOperator<SessionStore> before) {
            return new Options(contract, clock, before, settings);
        }

        /** With a further setting of Spring, as {@code name=value}; the last of a name counts. */
        public Options with(String setting) {
            return new Options(
                    contract,
                    clock,
                    store,
                    Stream.concat(settings.stream(), Stream.of(setting)).toList());
        }

        /** Without the settings: one of them is a secret. */
        @Override
        public String toString() {
            return "(options of a server)";
        }
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @throws StartRefused if it cannot start like this
     */
    public static S360Server start(Options options) {
        S360Server server = new S360Server(ServerStart.run(options));
        LOG.info("S360 server on {}{}", server.baseUri(), server.particulars());
        return server;
    }

    private String particulars() {
        boolean demo = context.getEnvironment().getProperty("s360.demo", Boolean.class, false);
        OptionalInt management = managementPort();
        return (demo ? " (demo)" : "")
                + ", contract " + context.getBean(Contract.class).version()
                + (management.isPresent() ? ", management on port " + management.getAsInt() : "");
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Empty if there is no management port. */
    public OptionalInt managementPort() {
        ManagementServer management =
                context.getBeanProvider(ManagementServer.class).getIfAvailable();
        return management == null ? OptionalInt.empty() : OptionalInt.of(management.port());
    }

    /** Where the paths of the contract begin. */
    public URI baseUri() {
        return URI.create("http://localhost:" + port());
    }

    /** Lets requests under way finish, then stops. */
    @Override
    public void close() {
        context.close();
    }
}
