package io.s360.iid.mock.refusal;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls that can be made of an operation with the demo data and the examples of the contract, the plainest first. */
public record DemoCalls(Contract contract) {

    private static final String OTHER_ENDS = "0123456789abcdefxyz";

    /** A client of the demo, and what it sends. */
    public record Call(Demo.Client client, JsonNode body) {}

    /**
     * Each enabled client with each body; of all bodies those of the examples come first, and of these the one of the success.
     * Which of them are granted is not said.
     */
    public Stream<Call> of(Operation operation) {
        List<Demo.Client> clients = contract.demo().clients().stream()
                .filter(Demo.Client::enabled)
                .sorted(Comparator.comparing(client -> client.requestsPerMinute() != null))
                .toList();
        return bodiesOf(operation).stream().flatMap(body -> clients.stream().map(client -> new Call(client, body)));
    }

    /** The headers that every request of a client needs, in their order. */
    public Map<String, String> headersOf(Demo.Client client) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put(contract.headers().clientId(), client.id());
        headers.put(contract.headers().clientKey(), client.key());
        return headers;
    }

    private List<JsonNode> bodiesOf(Operation operation) {
        String hoped = operation.success().name();
        List<JsonNode> bodies = new ArrayList<>(operation.requests().entrySet().stream()
                .sorted(Comparator.comparing(request -> !request.getKey().equals(hoped)))
                .map(Map.Entry::getValue)
                .toList());
        bodies.stream().findFirst().ifPresent(first -> bodies.addAll(seeded((ObjectNode) first, operation.subjects())));
        return bodies;
    }

    /** The same body with every combination of keys that the demo data has, and with keys that it has not. */
    private List<JsonNode> seeded(ObjectNode body, List<Resource> subjects) {
        List<JsonNode> bodies = List.of(body);
        for (Resource subject : subjects) {
            List<String> keys = keysOf(subject);
            bodies = bodies.stream()
                    .flatMap(one -> keys.stream().map(key ->
                            (JsonNode) ((ObjectNode) one.deepCopy()).put(String.valueOf(subject.key()), key)))
                    .toList();
        }
        return bodies;
    }

    private List<String> keysOf(Resource kind) {
        List<String> keys = contract.demo().seedsOf(kind.name()).stream()
                .map(Demo.Seed::key)
                .toList();
        return Stream.concat(keys.stream(), keys.stream().limit(1).map(key -> unknown(key, keys)))
                .toList();
    }

    /** A key of the same shape that nobody has. */
    private static String unknown(String key, List<String> keys) {
        String start = key.substring(0, Math.max(0, key.length() - 1));
        return OTHER_ENDS
                .chars()
                .mapToObj(end -> start + (char) end)
                .filter(candidate -> !keys.contains(candidate))
                .findFirst()
                .orElse(key + "0");
    }
}
