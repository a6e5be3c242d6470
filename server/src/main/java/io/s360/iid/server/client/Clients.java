package io.s360.iid.server.client;

import io.s360.iid.contract.request.ClientGate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All client applications. A caller never learns which of its credentials was wrong, neither by words nor by time. */
public final class Clients implements ClientGate {

    /** Stands in for a client that does not exist, so that an unknown id takes the way of a wrong key. */
    private static final Client NOBODY = new Client("", List.of(), false, Set.of(), null);

    private final Map<String, Client> byId;
    private final Predicate<String> isShutOut;
    private final InstantSource clock;
    private final Minutes requests;

    /** @param isShutOut whether a client of some id has been disabled at run time */
    public Clients(Collection<Client> clients, Predicate<String> isShutOut, InstantSource clock) {
        this.byId = clients.stream().collect(Collectors.toUnmodifiableMap(Client::id, Function.identity()));
        this.isShutOut = isShutOut;
        this.clock = clock;
        this.requests = new Minutes(clock);
    }

    @Override
    public boolean authenticates(String clientId, String key) {
        Client client = byId.getOrDefault(clientId, NOBODY);
        boolean proven = client.isProvenBy(KeyHash.of(key), clock.instant());
        boolean enabled = isEnabled(client);
        return proven && enabled;
    }

    @Override
    public Optional<Duration> waitBeforeNext(String clientId) {
        Integer limit = byId.getOrDefault(clientId, NOBODY).requestsPerMinute();
        return limit == null ? Optional.empty() : requests.take(clientId, limit).untilNext();
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
        boolean shutOut = isShutOut.test(client.id());
        return client.enabled() && !shutOut;
    }
}
