package io.s360.iid.server.proof.storm;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.server.S360Server;
import io.s360.iid.server.proof.Client;
import io.s360.iid.server.proof.Instance;
import io.s360.iid.server.proof.Operator;
import io.s360.iid.server.proof.RoundRobin;
import io.s360.iid.server.session.SessionStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Servers of one store, in this process. */
final class Stage implements AutoCloseable {

    /** All servers of all stages together must leave some for others. */
    private static final int CONNECTIONS = 6;

    private final List<S360Server> servers = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final RoundRobin any;

    /**
     * Starts them.
     *
     * @param settings of Spring, which say where the store is
     */
    Stage(int number, Contract contract, List<String> settings, List<Client> clients) {
        this(number, contract, settings, clients, UnaryOperator.identity());
    }

    /** @param before what stands between the operations and the store */
    Stage(
            int number,
            Contract contract,
            List<String> settings,
            List<Client> clients,
            UnaryOperator<SessionStore> before) {
        S360Server.Options options = S360Server.Options.defaults()
                .withContract(contract)
                .withStore(before)
                .withDemo() // which does not mind if somebody asks with a wrong key again and again
                .withPort(0)
                .withManagement(0, Operator.KEY)
                .with("spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS)
                .with("logging.level.io.s360.iid=warn")
                .with("logging.level.access=warn")
                .with("logging.level.audit=warn");
        for (String setting : settings) {
            options = options.with(setting);
        }
        for (String setting : Client.settings(clients)) {
            options = options.with(setting);
        }
        for (int index = 0; index < number; index++) {
            S360Server server = S360Server.start(options);
            servers.add(server);
            instances.add(Instance.at(
                    "server-" + index, server.port(), server.managementPort().orElseThrow()));
        }
        any = RoundRobin.blindly(instances);
    }

    /** The contract, with other limits of how many children there may be. */
    static Contract contractWithLimits(int perClient, int perParent) {
        return contractWith(child -> new Resource(
                child.name(),
                child.key(),
                child.listedIn(),
                child.within(),
                child.ownedByClient(),
                child.states(),
                child.reasons(),
                child.endsWith(),
                child.expires(),
                child.rememberedAfterExpiry(),
                perClient,
                perParent,
                child.attributes()));
    }

    /** The contract, with children that expire after a moment and are forgotten at once. */
    static Contract contractOfMoments(Duration idle) {
        return contractWith(child -> new Resource(
                child.name(),
                child.key(),
                child.listedIn(),
                child.within(),
                child.ownedByClient(),
                child.states(),
                child.reasons(),
                child.endsWith(),
                new Resource.Lifetime(idle, Duration.ofHours(8)),
                Duration.ofMillis(1),
                child.perOwner(),
                child.perParent(),
                child.attributes()));
    }

    private static Contract contractWith(UnaryOperator<Resource> change) {
        Contract contract = ContractReader.readBundled();
        Map<String, Resource> resources =
                new LinkedHashMap<>(contract.lifecycle().resources());
        resources.compute("childSession", (name, child) -> change.apply(child));
        return new Contract(
                contract.version(),
                contract.operations(),
                contract.headers(),
                contract.checks(),
                contract.unforeseen(),
                contract.unavailable(),
                new Lifecycle(resources),
                contract.demo(),
                contract.root());
    }

    List<Instance> instances() {
        return instances;
    }

    /** The next one, so that all are asked in turn. */
    Instance any() {
        return any.get();
    }

    @Override
    public void close() {
        servers.forEach(S360Server::close);
    }
}
