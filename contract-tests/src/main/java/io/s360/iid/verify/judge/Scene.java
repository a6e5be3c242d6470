package io.s360.iid.verify.judge;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The exchanges of a case in their order, understood by the decision tables: what was seen, and what was done to whom. */
final class Scene {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Contract contract;
    private final List<Scened> scened = new ArrayList<>();
    private final List<Sighting> sightings = new ArrayList<>();

    private record Scened(Operation operation, Decision decision, JsonNode request, JsonNode response) {}

    /** @param last the row that is meant to have decided the last exchange */
    Scene(Contract contract, List<Exchange> played, Operation operation, Decision last) {
        this.contract = contract;
        for (Exchange earlier : played.subList(0, played.size() - 1)) {
            DecidedRow.of(contract, earlier).ifPresent(row -> add(row.operation(), row.decision(), earlier));
        }
        add(operation, last, played.get(played.size() - 1));
    }

    private void add(Operation operation, Decision decision, Exchange exchange) {
        JsonNode body = exchange.response().json();
        Scened next = new Scened(
                operation, decision, read(exchange.request()), body == null ? MissingNode.getInstance() : body);
        scened.add(next);
        decision.live().forEach((pointer, live) -> {
            String key = keyOf(next, live.resource());
            JsonNode value = next.response().at(pointer.contains("*") ? "" : pointer);
            if (key != null && !pointer.contains("*") && !value.isMissingNode()) {
                sightings.add(new Sighting(scened.size() - 1, live.resource(), key, live.attribute(), pointer, value));
            }
        });
    }

    private static JsonNode read(Request request) {
        try {
            return JSON.readTree(request.body());
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The key of the resource that an exchange is about: of one that is made, in the answer. */
    private @Nullable String keyOf(Scened exchange, String name) {
        Resource resource = contract.lifecycle().resource(name);
        String asked = resource.key() == null
                ? ""
                : exchange.request().path(resource.key()).asString("");
        if (!asked.isEmpty()) {
            return isUuid(resource, exchange.operation()) ? asked.toLowerCase(Locale.ROOT) : asked;
        }
        return exchange.decision().live().entrySet().stream()
                .filter(live -> live.getValue().equals(new Decision.LiveValue(name, String.valueOf(resource.key()))))
                .map(live -> exchange.response().at(live.getKey()).asString(""))
                .findFirst()
                .orElse(null);
    }

    private static boolean isUuid(Resource resource, Operation operation) {
        return operation
                .requestSchema()
                .get("properties")
                .get(String.valueOf(resource.key()))
                .find("format")
                .isPresent();
    }

    int last() {
        return scened.size() - 1;
    }

    JsonNode lastRequest() {
        return scened.get(last()).request();
    }

    JsonNode lastResponse() {
        return scened.get(last()).response();
    }

    /** What the last answer says. */
    Stream<Sighting> seenLast() {
        return sightings.stream().filter(sighting -> sighting.at() == last());
    }

    /** What the answers before the last one said of the same. */
    Stream<Sighting> seenBefore(Sighting later) {
        return sightings.stream().filter(sighting -> sighting.at() < later.at() && sighting.isOf(later));
    }

    /** What was last said of an attribute; empty if nothing was. */
    Optional<JsonNode> latest(String resource, String key, String attribute) {
        return sightings.stream()
                .filter(sighting ->
                        sighting.isOf(resource, key) && sighting.attribute().equals(attribute))
                .map(Sighting::value)
                .reduce((first, later) -> later);
    }

    /** Whether an exchange after that one, up to and with the last, extended a resource. */
    boolean wasExtendedAfter(int at, String resource, String key) {
        return IntStream.rangeClosed(at + 1, last())
                .mapToObj(scened::get)
                .anyMatch(exchange -> key.equals(keyOf(exchange, resource))
                        && exchange.decision().then().stream()
                                .anyMatch(effect -> effect instanceof Effect.Extend
                                        && effect.resource().equals(resource)));
    }

    /** The exchange that made a resource; -1 if none of these did. */
    int madeAt(String resource, String key) {
        return IntStream.rangeClosed(0, last())
                .filter(at -> scened.get(at).decision().then().contains(new Effect.Create(resource))
                        && key.equals(keyOf(scened.get(at), resource)))
                .findFirst()
                .orElse(-1);
    }

    /** How many of a listed resource earlier exchanges have made within one of that key. */
    int madeBefore(Resource listed, String parent, String parentKey) {
        return IntStream.range(0, last())
                .mapToObj(scened::get)
                .filter(exchange -> exchange.decision().then().contains(new Effect.Create(listed.name())))
                .filter(exchange -> parentKey.equals(keyOf(exchange, parent)))
                .mapToInt(exchange -> exchange.request()
                        .path(String.valueOf(listed.listedIn()))
                        .size())
                .sum();
    }

    /** The key of a resource that the last exchange names; null if it names none. */
    @Nullable
    String lastKey(String resource) {
        return keyOf(scened.get(last()), resource);
    }
}
