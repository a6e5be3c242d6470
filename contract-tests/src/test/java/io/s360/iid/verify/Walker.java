package io.s360.iid.verify;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Thinks of the next call. Remembers the ids that the two targets have given to the same child session. */
final class Walker {

    private static final int MOST_CHILDREN = 40;

    private final Contract contract;
    private final List<Demo.Client> clients;
    private final List<String> tokens;
    private final Random random;
    private final List<Child> children = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Walker(Contract contract, Cast cast, Random random) {
        this.contract = contract;
        this.clients = cast.data().clients().stream()
                .filter(client -> client.requestsPerMinute() == null)
                .toList();
        this.tokens = cast.data().seedsOf("parentSession").stream()
                .map(Demo.Seed::key)
                .toList();
        this.random = random;
        cast.data()
                .seedsOf("childSession")
                .forEach(seed -> children.add(new Child(
                        String.valueOf(seed.parentKey()), String.valueOf(seed.owner()), seed.key(), seed.key())));
    }

    /** A child session: where it belongs, and its two ids. */
    private record Child(String token, String owner, String inMock, String inServer) {}

    /** The same call, as each of the two targets must be given it. */
    record Step(Operation operation, Request inMock, Request inServer) {}

    Step next() {
        Operation operation = pick(contract.operations());
        Child child = random.nextInt(12) == 0 ? stranger() : pick(children);
        boolean astray = random.nextInt(6) == 0;
        String token = astray ? pick(tokens) : child.token();
        Demo.Client client = astray
                ? pick(clients)
                : clients.stream()
                        .filter(each -> each.id().equals(child.owner()))
                        .findFirst()
                        .orElseGet(() -> pick(clients));
        return new Step(
                operation,
                request(operation, client, token, child.inMock()),
                request(operation, client, token, child.inServer()));
    }

    private Child stranger() {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return new Child(pick(tokens), pick(clients).id(), id, id);
    }

    private Request request(Operation operation, Demo.Client client, String token, String id) {
        ObjectNode body =
                operation.requests().get(operation.success().name()).deepCopy().asObject();
        body.put("sessionToken", token);
        if (body.has("sessionId")) {
            body.put("sessionId", id);
        }
        return new Request(
                operation.method(),
                operation.path(),
                List.of(
                        new Request.Header("Content-Type", "application/json"),
                        new Request.Header(contract.headers().clientKey(), client.key()),
                        new Request.Header(contract.headers().clientId(), client.id())),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes note of the answers to a step. */
    void learn(Step step, Response mock, Response server) {
        seen.add(step.operation().id() + (server.status() < 300 ? " granted" : " refused"));
        JsonNode one = mock.json();
        JsonNode other = server.json();
        boolean made =
                step.operation().id().equals("CreateChildSession") && mock.status() == 200 && server.status() == 200;
        if (made && one != null && other != null) {
            children.add(new Child(
                    step.inServer().text().replaceAll(".*\"sessionToken\":\"([^\"]*)\".*", "$1"),
                    step.inServer().header(contract.headers().clientId()),
                    one.at("/data/sessionId").asString(),
                    other.at("/data/sessionId").asString()));
        }
        if (children.size() > MOST_CHILDREN) {
            children.remove(random.nextInt(children.size()));
        }
    }

    /** Which operations have been granted, and which refused, so far. */
    Set<String> seen() {
        return seen;
    }

    Set<String> hopedFor() {
        return contract.operations().stream()
                .flatMap(operation -> List.of(operation.id() + " granted", operation.id() + " refused").stream())
                .collect(Collectors.toSet());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
