package io.s360.iid.server.proof.outage;

import io.s360.iid.server.proof.Client;
import io.s360.iid.server.proof.Instance;
import io.s360.iid.server.proof.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Servers of one store, each a process of its own. Who has gone can be replaced. */
final class Cluster implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final List<String> settings;
    private final List<ServerProcess> processes = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();

    Cluster(int number, String url, List<Client> clients) {
        settings = new ArrayList<>(Client.settings(clients));
        settings.add("spring.datasource.url=" + url);
        for (int index = 0; index < number; index++) {
            processes.add(ServerProcess.start("server-" + index, settings));
        }
        processes.forEach(process -> instances.add(process.awaitReady(START)));
    }

    /** Those that are there now. */
    List<Instance> instances() {
        return List.copyOf(instances);
    }

    ServerProcess process(int index) {
        return processes.get(index);
    }

    /** Starts another in the place of one that has ended. */
    void replace(int index) {
        processes.set(index, ServerProcess.start("server-" + index, settings));
        instances.set(index, processes.get(index).awaitReady(START));
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
    }
}
