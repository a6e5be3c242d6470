package io.s360.iid.verify.cases;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Request.Header;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds requests from the examples of the contract. */
public final class Requests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Contract contract;
    private final Draws draws;

    /** @param seed what is left to chance is the same for the same seed */
    public Requests(Contract contract, long seed) {
        this(contract, new Draws(seed));
    }

    Requests(Contract contract, Draws draws) {
        this.contract = contract;
        this.draws = draws;
    }

    /**
     * The request example of the operation's success, by one client, with other keys.
     *
     * @param keys by the name of the resource
     */
    public Request of(Operation operation, Demo.Client client, Map<String, String> keys) {
        List<Header> headers = List.of(
                new Header("Accept", "application/json"),
                new Header("Content-Type", "application/json"),
                new Header(contract.headers().clientKey(), client.key()),
                new Header(contract.headers().clientId(), client.id()),
                new Header(contract.headers().traceId(), draws.uuid().toString()));
        byte[] body = bodyOf(operation, keys).toString().getBytes(StandardCharsets.UTF_8);
        return new Request(operation.method(), operation.path(), headers, body);
    }

    /** The body of such a request. */
    public ObjectNode bodyOf(Operation operation, Map<String, String> keys) {
        JsonNode example = operation.requests().get(operation.success().name());
        if (!(example instanceof ObjectNode object)) {
            throw new IllegalArgumentException(operation.id() + " has no request example for its success");
        }
        ObjectNode body = object.deepCopy();
        for (Resource subject : operation.subjects()) {
            if (keys.containsKey(subject.name())) {
                body.put(String.valueOf(subject.key()), keys.get(subject.name()));
            }
        }
        return body;
    }

    /** The keys that a request of this class names, by the name of the resource. */
    Map<String, String> keysIn(Request request, Operation operation) {
        JsonNode body = JSON.readTree(request.body());
        Map<String, String> keys = new HashMap<>();
        operation
                .subjects()
                .forEach(subject -> keys.put(
                        subject.name(), body.path(String.valueOf(subject.key())).asString("")));
        return keys;
    }

    /** How many a request of this class lists in a member. */
    int sizeOf(Request request, String member) {
        return JSON.readTree(request.body()).path(member).size();
    }

    /** A request of this class that lists so many in a member, of those that it lists. */
    Request withItems(Request request, String member, int count) {
        JsonNode body = JSON.readTree(request.body());
        if (body.path(member) instanceof ArrayNode items) {
            while (items.size() > count) {
                items.remove(items.size() - 1);
            }
        }
        return request.withBody(body.toString());
    }
}
