package io.s360.iid.verify.exchange;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The backstage of a mock: its admin API, on a tenant of its own. */
final class MockBackstage implements Backstage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TENANT = "s360-walks";
    private static final String ADMIN = "/__mock/tenants/" + TENANT;
    private static final String STATE = ADMIN + "/state";
    private static final String CLOCK = ADMIN + "/clock";
    private static final String BY = " by ";

    private final Wire wire = new Wire();
    private final URI baseUri;
    private final URI lastingUri;
    private final Contract contract;
    private final Instant start;

    private MockBackstage(URI baseUri, URI lastingUri, Contract contract, Instant start) {
        this.baseUri = baseUri;
        this.lastingUri = lastingUri;
        this.contract = contract;
        this.start = start.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The backstage of whoever is at an address; empty if it is no mock, or none that may be steered from here. */
    static Optional<Backstage> at(URI baseUri, URI lastingUri, Contract contract, Instant start) {
        MockBackstage backstage = new MockBackstage(baseUri, lastingUri, contract, start);
        int status = backstage
                .wire
                .send(baseUri, request("GET", CLOCK, ""))
                .response()
                .status();
        return status == 200 ? Optional.of(backstage) : Optional.empty();
    }

    @Override
    public String prefix() {
        return "/~" + TENANT;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public List<String> begin(List<Prop> props) {
        ObjectNode state = JSON.objectNode();
        props.forEach(prop -> state.withArray(prop.kind().name()).add(toItem(prop)));
        ObjectNode clock = JSON.objectNode().put("now", start.toString()).put("frozen", true);
        return List.of(call("PUT", CLOCK, clock), call("PUT", STATE, state));
    }

    @Override
    public String advance(Duration time) {
        return call("POST", CLOCK + "/advance", JSON.objectNode().put("by", time.toString()));
    }

    /** By taking all that is there and putting it back ended, with all that ends with it. */
    @Override
    public String end(Resource kind, String key, String reason) {
        Instant now = Instant.parse(ask(CLOCK).path("now").asString());
        ObjectNode state = (ObjectNode) ask(STATE);
        end(state, kind, String.valueOf(kind.key()), key, reason, now);
        return call("PUT", STATE, state);
    }

    private void end(ObjectNode state, Resource kind, String member, String value, String reason, Instant now) {
        for (JsonNode item : state.path(kind.name())) {
            boolean isMeant = value.equals(item.path(member).asString("")) && isActiveAt(item, now);
            if (isMeant && item instanceof ObjectNode ended) {
                ended.put("state", Standing.ENDED + BY + reason).put("endedAt", now.toString());
                String key = item.path(String.valueOf(kind.key())).asString("");
                contract.lifecycle().resources().values().stream()
                        .filter(child -> kind.name().equals(child.within()))
                        .filter(child -> child.endsWith().containsKey(kind.name()))
                        .forEach(child -> end(
                                state,
                                child,
                                "within",
                                key,
                                String.valueOf(child.endsWith().get(kind.name())),
                                now));
            }
        }
    }

    private static boolean isActiveAt(JsonNode item, Instant now) {
        return item.path("state").asString("").equals(Standing.ACTIVE)
                && now.isBefore(Instant.parse(item.path("expiresAt").asString()));
    }

    private static ObjectNode toItem(Prop prop) {
        ObjectNode item = JSON.objectNode();
        item.setAll((ObjectNode) prop.attributes());
        putIfThere(item, "within", prop.within());
        putIfThere(item, "ownedBy", prop.owner());
        if (prop.kind().key() == null) {
            return item.put("count", prop.count());
        }
        item.put(prop.kind().key(), prop.key());
        Times times = prop.times();
        if (times != null) {
            item.put("state", Standing.ACTIVE)
                    .put("createdAt", times.createdAt().toString())
                    .put("expiresAt", times.expiresAt().toString())
                    .put("maxExpiresAt", times.maxExpiresAt().toString());
            Instant extended = times.lastExtendedAt();
            putIfThere(item, "lastExtendedAt", extended == null ? null : extended.toString());
        }
        return item;
    }

    private static void putIfThere(ObjectNode item, String member, @Nullable String value) {
        if (value != null) {
            item.put(member, value);
        }
    }

    private JsonNode ask(String path) {
        JsonNode answer =
                wire.send(baseUri, request("GET", path, "")).response().json();
        if (answer == null) {
            throw new IllegalStateException("the mock says nothing of " + path);
        }
        return answer;
    }

    private String call(String method, String path, ObjectNode body) {
        Response response =
                wire.send(baseUri, request(method, path, body.toString())).response();
        if (response.status() >= 300) {
            throw new IllegalStateException("the mock refuses " + method + " " + path + ": " + response.text());
        }
        return "curl -s -X " + method + " " + lastingUri + path + " -H 'Content-Type: application/json' -d '"
                + body.toString().replace("'", "'\\''") + "' >/dev/null";
    }

    private static Request request(String method, String path, String body) {
        return new Request(
                method,
                path,
                List.of(new Request.Header("Content-Type", "application/json")),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
