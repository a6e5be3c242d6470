package io.s360.iid.server.proof;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.server.proof.history.Event;
import io.s360.iid.server.proof.history.History;
import io.s360.iid.server.proof.history.Kind;
import io.s360.iid.server.proof.history.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A client application. What it does is written into a history. */
public record Client(String id) {

    private static final Contract CONTRACT = ContractReader.readBundled();
    private static final Map<Kind, String> OPERATIONS = Map.of(
            Kind.CREATE, "CreateChildSession",
            Kind.GET, "GetChildSession",
            Kind.REFRESH, "RefreshChildSession",
            Kind.VALIDATE, "ValidateChildSession",
            Kind.LOGOUT, "LogoutChildSession",
            Kind.MESSAGES, "AddMessages");
    private static final Map<String, String> MESSAGE = Map.of("level", "INFO", "en", "Done", "ar", "تم");

    /** So many clients. */
    public static List<Client> several(int number) {
        return IntStream.range(0, number)
                .mapToObj(index -> new Client("CLIENT_" + index))
                .toList();
    }

    /** What a server must be told so that it knows these. */
    public static List<String> settings(List<Client> clients) {
        List<String> settings = new ArrayList<>();
        for (Client client : clients) {
            String name = "s360.clients[" + settings.size() / 2 + "].";
            settings.add(name + "id=" + client.id());
            settings.add(name + "key-sha256=" + client.hash());
        }
        return settings;
    }

    /** After it, a child session that nobody uses has expired. */
    public static Duration idleTimeOfAChild() {
        return Objects.requireNonNull(
                        CONTRACT.lifecycle().resource("childSession").expires())
                .idle();
    }

    /** A new child session, if there is one. */
    public Optional<Child> create(History history, Instance at, Parent parent) {
        return Optional.ofNullable(call(history, at, Kind.CREATE, parent, null).child())
                .map(id -> new Child(id, parent, this));
    }

    /** Does something with a child session, which need not be this client's own. */
    public Event call(History history, Instance at, Kind kind, Child child) {
        return call(history, at, kind, child.parent(), child.id());
    }

    /** When a parent session expires, as this client is told. In no history. */
    public Instant expiryOf(Instance at, Parent parent) {
        Wire.Answer answer = Wire.post(
                at.base().resolve(CONTRACT.operation("GetContext").path()),
                Map.of("X-IID-CLIENT-ID", id, "X-IID-API-KEY", key()),
                Map.of("sessionToken", parent.token()));
        return Instant.parse(answer.body().at("/data/expiresAt").asString());
    }

    private Event call(History history, Instance at, Kind kind, Parent parent, @Nullable String child) {
        Map<String, String> headers = Map.of("X-IID-CLIENT-ID", id, "X-IID-API-KEY", key());
        String path = CONTRACT.operation(OPERATIONS.get(kind)).path();
        long start = System.nanoTime();
        Wire.Answer answer = Wire.post(at.base().resolve(path), headers, body(kind, parent, child));
        long end = System.nanoTime();
        Outcome outcome = Call.outcome(kind, answer);
        String made = kind == Kind.CREATE && outcome.isSuccess()
                ? answer.body().at("/data/sessionId").asString()
                : child;
        Event event = new Event(start, end, kind, at.name(), id, parent.name(), made, outcome);
        history.add(event);
        return event;
    }

    private static Map<String, ?> body(Kind kind, Parent parent, @Nullable String child) {
        if (child == null) {
            return Map.of("sessionToken", parent.token());
        }
        return kind == Kind.MESSAGES
                ? Map.of("sessionToken", parent.token(), "sessionId", child, "messages", List.of(MESSAGE, MESSAGE))
                : Map.of("sessionToken", parent.token(), "sessionId", child);
    }

    private String key() {
        return "the key of " + id;
    }

    private String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
