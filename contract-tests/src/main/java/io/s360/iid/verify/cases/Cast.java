package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Lifecycle;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Who and what is there to be played with.
 *
 * @param data the clients, and what stands there from the start
 * @param isDemo whether it is the demo's, of which nothing is secret
 */
public record Cast(Demo data, boolean isDemo) {

    /** What every target that started with the demo data has. */
    public static Cast ofDemo(Contract contract) {
        return new Cast(contract.demo(), true);
    }

    /** One client and one active session, such as a caller of a live system has. */
    public static Cast ofCredentials(Contract contract, String clientId, String clientKey, String sessionKey) {
        Lifecycle lifecycle = contract.lifecycle();
        String outermost = lifecycle.resources().keySet().iterator().next();
        Demo.Seed session =
                new Demo.Seed(sessionKey, null, null, Standing.active(), JsonNodeFactory.instance.objectNode());
        Map<String, List<Demo.Seed>> seeds = new LinkedHashMap<>();
        seeds.put(outermost, List.of(session));
        Demo.Client client = new Demo.Client(clientId, clientKey, true, null, null);
        return new Cast(
                new Demo(
                        contract.demo().lasts(),
                        List.of(client),
                        seeds,
                        contract.demo().triggers()),
                false);
    }

    /** The clients that may, or may not, call an operation, and are held up by nothing else. */
    List<Demo.Client> clients(Operation operation, boolean granted) {
        return steady().filter(client -> client.isGranted(operation.id()) == granted)
                .toList();
    }

    /** A client that may call everything. */
    Demo.Client anyClient() {
        return steady().filter(client -> client.granted() == null).findFirst().orElseThrow();
    }

    /** A second client that may call everything. */
    Optional<Demo.Client> otherClient() {
        return steady().filter(client -> client.granted() == null).skip(1).findFirst();
    }

    private Stream<Demo.Client> steady() {
        return data.clients().stream().filter(client -> client.enabled() && client.requestsPerMinute() == null);
    }

    /** A client that soon has no request left. */
    Optional<Demo.Client> throttledClient() {
        return data.clients().stream()
                .filter(client -> client.enabled() && client.requestsPerMinute() != null)
                .findFirst();
    }

    /** A client that may not come in although its key is right. */
    Optional<Demo.Client> disabledClient() {
        return data.clients().stream().filter(client -> !client.enabled()).findFirst();
    }
}
