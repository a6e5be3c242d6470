package io.s360.iid.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The data that a mock, and a server in its demonstration mode, start with.
 *
 * @param lasts how long an active session of the demo lives, idle and in all
 * @param seeds by resource, in the order of the life-cycle
 * @param triggers in the order of the document; none if the demo has none
 */
public record Demo(Duration lasts, List<Client> clients, Map<String, List<Seed>> seeds, List<Trigger> triggers) {

    /**
     * A client application.
     *
     * @param granted the operations that it may call; null for all
     * @param requestsPerMinute null if unlimited
     */
    public record Client(
            String id,
            String key,
            boolean enabled,
            @Nullable Set<String> granted,
            @Nullable Integer requestsPerMinute) {

        /** Whether the client may call an operation. */
        public boolean isGranted(String operationId) {
            return granted == null || granted.contains(operationId);
        }
    }

    /**
     * A resource that is there from the start.
     *
     * @param parentKey the key of the resource that encloses it; null for an outermost one
     * @param owner the id of the client that owns it; null if nobody does
     * @param attributes an object
     */
    public record Seed(
            String key,
            @Nullable String parentKey,
            @Nullable String owner,
            Standing standing,
            JsonNode attributes) {}

    /** The client of this id; empty if the demo has none. */
    public Optional<Client> client(String id) {
        return clients.stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /** The seeds of a resource; none if the demo has none. */
    public List<Seed> seedsOf(String resource) {
        return seeds.getOrDefault(resource, List.of());
    }

    /**
     * The answer that a request stands for by one of the triggers, whatever else it says and whatever there is; empty if it
     * is a request like any other.
     *
     * @param body keeps the schema of the operation
     */
    public Optional<Answer> triggered(Operation operation, JsonNode body) {
        for (Trigger trigger : triggers) {
            Optional<Answer> answer = trigger.answerFor(operation, body);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }
}
