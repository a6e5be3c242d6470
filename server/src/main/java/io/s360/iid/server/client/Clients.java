package io.s360.iid.server.client;

import io.s360.iid.contract.request.ClientGate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All client applications. A caller never learns which of its credentials was wrong, neither by words nor by time. */
public final class Clients implements ClientGate {

    /** Stands in for a client that does not exist, so that an unknown id takes the way of a wrong key. */
    private static final Client NOBODY =
            new Client("", KeyHash.of(UUID.randomUUID().toString()), false, Set.of(), null);

    private final Map<String, Client> byId;
    private final Predicate<String> isShutOut;
    private final Map<String, RequestBudget> budgets;

    /** @param isShutOut whether a client of some id has been disabled at run time */
    public Clients(Collection<Client> clients, Predicate<String> isShutOut, InstantSource clock) {
        this.byId = clients.stream().collect(Collectors.toUnmodifiableMap(Client::id, Function.identity()));
        this.isShutOut = isShutOut;
        this.budgets = clients.stream()
                .filter(client -> client.requestsPerMinute() != null)
                .collect(Collectors.toUnmodifiableMap(Client::id, client -> RequestBudget.of(client, clock)));
    }

    @Override
    public boolean authenticates(String clientId, String key) {
        Client client = byId.getOrDefault(clientId, NOBODY);
        return client.key().matches(key) && isEnabled(client);
    }

    @Override
    public Optional<Duration> waitBeforeNext(String clientId) {
        return Optional.ofNullable(budgets.get(clientId)).flatMap(RequestBudget::waitBeforeNext);
    }

    public boolean isKnown(String clientId) {
        return byId.containsKey(clientId);
    }

    public boolean isEnabled(String clientId) {
        return isEnabled(byId.getOrDefault(clientId, NOBODY));
    }

    /** Whether a client may call an operation. */
    public boolean isGranted(String clientId, String operationId) {
        return byId.getOrDefault(clientId, NOBODY).isGranted(operationId);
    }

    private boolean isEnabled(Client client) {
        return client.enabled() && !isShutOut.test(client.id());
    }
}
