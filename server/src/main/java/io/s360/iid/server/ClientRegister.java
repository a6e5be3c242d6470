package io.s360.iid.server;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.server.ServerSettings.ClientSettings;
import io.s360.iid.server.client.Client;
import io.s360.iid.server.client.ClientKey;
import io.s360.iid.server.client.KeyHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which clients there are: those of the settings, and in a demo those of the contract. */
final class ClientRegister {

    /** What comes out where the key to be hashed was a variable that nobody had set. */
    private static final KeyHash OF_NO_KEY = KeyHash.of("");

    private final Contract contract;
    private final Map<String, Client> clients = new LinkedHashMap<>();

    private ClientRegister(Contract contract) {
        this.contract = contract;
    }

    /** @throws StartRefused if there is no client, or one that cannot be used */
    static List<Client> read(ServerSettings settings, Contract contract) {
        ClientRegister register = new ClientRegister(contract);
        settings.clients().forEach(client -> register.add(register.toClient(client)));
        if (settings.demo()) {
            contract.demo().clients().forEach(client -> register.add(toClient(client)));
        } else {
            register.refuseDemoKeys();
        }
        if (register.clients.isEmpty()) {
            throw new StartRefused("There is no client: set s360.clients[0].id and s360.clients[0].key-sha256,"
                    + " or start with --demo");
        }
        return List.copyOf(register.clients.values());
    }

    private void add(Client client) {
        if (clients.put(client.id(), client) != null) {
            throw new StartRefused("The client " + client.id() + " is there twice: remove one from s360.clients");
        }
    }

    private Client toClient(ClientSettings client) {
        String id = client.id();
        Integer requests = client.requestsPerMinute();
        boolean hasKey = client.keySha256() != null || !client.keys().isEmpty();
        if (id == null || id.isBlank() || !hasKey) {
            throw new StartRefused("A client has no id or no key: set id and key-sha256 for each of s360.clients");
        }
        if (requests != null && requests < 1) {
            throw new StartRefused(
                    "The client " + id + " could send nothing: set its requests-per-minute to 1 or more");
        }
        return new Client(id, toKeys(id, client), client.enabled(), toGrants(id, client.granted()), requests);
    }

    private static List<ClientKey> toKeys(String id, ClientSettings client) {
        List<ClientKey> keys = new ArrayList<>();
        if (client.keySha256() != null) {
            keys.add(new ClientKey(toHash(id, client.keySha256()), null));
        }
        client.keys().forEach(key -> keys.add(new ClientKey(toHash(id, key.sha256()), key.expires())));
        if (keys.size() > Client.MOST_KEYS) {
            throw new StartRefused("The client " + id + " has more than " + Client.MOST_KEYS
                    + " keys: leave the one in use and the one to come");
        }
        return keys;
    }

    private static KeyHash toHash(String id, @Nullable String hash) {
        KeyHash key;
        try {
            key = KeyHash.parse(String.valueOf(hash));
        } catch (IllegalArgumentException noHash) {
            throw new StartRefused("A key of " + id + " is no hash: set its key-sha256 to 64 hexadecimal digits");
        }
        if (key.equals(OF_NO_KEY)) {
            throw new StartRefused(
                    "A key of " + id + " is the hash of nothing, which whoever brings no key would match:"
                            + " make a key first, then its hash");
        }
        return key;
    }

    private @Nullable Set<String> toGrants(String id, @Nullable Set<String> granted) {
        Set<String> known = contract.operations().stream().map(Operation::id).collect(Collectors.toSet());
        if (granted != null && !known.containsAll(granted)) {
            throw new StartRefused("The client " + id + " is granted what is no operation: choose from " + known);
        }
        return granted;
    }

    private static Client toClient(Demo.Client client) {
        return new Client(
                client.id(),
                List.of(new ClientKey(KeyHash.of(client.key()), null)),
                client.enabled(),
                client.granted(),
                client.requestsPerMinute());
    }

    /** The keys of the demo are public. */
    private void refuseDemoKeys() {
        Set<KeyHash> known = contract.demo().clients().stream()
                .map(client -> KeyHash.of(client.key()))
                .collect(Collectors.toSet());
        clients.values().stream()
                .filter(client -> client.keys().stream().map(ClientKey::hash).anyMatch(known::contains))
                .findFirst()
                .ifPresent(client -> {
                    throw new StartRefused("A key of " + client.id()
                            + " is a key of the demo, which everybody knows: give it another, or start with --demo");
                });
    }
}
