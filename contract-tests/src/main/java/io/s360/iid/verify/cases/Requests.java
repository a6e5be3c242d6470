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
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Builds requests from the examples of the contract. */
public final class Requests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Contract contract;

    public Requests(Contract contract) {
        this.contract = contract;
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
                new Header(contract.headers().traceId(), UUID.randomUUID().toString()));
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
}
