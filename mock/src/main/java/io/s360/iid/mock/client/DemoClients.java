package io.s360.iid.mock.client;

import io.s360.iid.contract.Demo;
import io.s360.iid.contract.request.ClientGate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Lets the clients of the demo data in. */
public final class DemoClients implements ClientGate {

    /** What no header can carry. */
    private static final byte[] NO_KEY = {0};

    private final Map<String, byte[]> keys;
    private final InstantSource clock;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final Map<String, Integer> rates;

    public DemoClients(List<Demo.Client> clients, InstantSource clock) {
        this.clock = clock;
        this.keys = clients.stream()
                .filter(Demo.Client::enabled)
                .collect(Collectors.toUnmodifiableMap(Demo.Client::id, client -> bytes(client.key())));
        this.rates = clients.stream()
                .filter(client -> client.requestsPerMinute() != null)
                .collect(Collectors.toUnmodifiableMap(Demo.Client::id, DemoClients::rateOf));
    }

    /** A disabled client is a stranger, and every stranger's key is compared as well. */
    @Override
    public boolean authenticates(String clientId, String key) {
        return MessageDigest.isEqual(keys.getOrDefault(clientId, NO_KEY), bytes(key));
    }

    /** A minute starts with the first request that it counts. */
    @Override
    public Optional<Duration> waitBeforeNext(String clientId) {
        Integer rate = rates.get(clientId);
        return rate == null
                ? Optional.empty()
                : minutes.computeIfAbsent(clientId, client -> new Minute(rate)).take(clock.instant());
    }

    /** The last request of a client was none that counts. */
    public void giveBack(String clientId) {
        Minute minute = minutes.get(clientId);
        if (minute != null) {
            minute.giveBack();
        }
    }

    /** Forgets who has asked how much. */
    public void reset() {
        minutes.clear();
    }

    private static Integer rateOf(Demo.Client client) {
        return Optional.ofNullable(client.requestsPerMinute()).orElseThrow();
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
