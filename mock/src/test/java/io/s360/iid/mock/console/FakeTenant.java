package io.s360.iid.mock.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the stand-in remembers of one tenant: a clock, some resources, the requests and the faults. */
final class FakeTenant {

    static final String PARENT = "demo-session-token";
    static final String CHILD = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";

    private final String name;
    private Duration ahead = Duration.ZERO;
    private @Nullable Instant frozenAt;
    private Map<String, Child> children = new LinkedHashMap<>();
    private List<Map<String, Object>> journal = new ArrayList<>();
    private Map<String, Object> faults = Map.of();
    private int numbers;
    private final Instant born = Instant.now();

    /** A child session; the reason is null while nobody has ended it. */
    record Child(
            String id,
            Instant createdAt,
            Instant expiresAt,
            @Nullable String reason) {

        @Nullable
        String endedBy(Instant now) {
            return reason == null && !now.isBefore(expiresAt) ? "EXPIRED" : reason;
        }
    }

    FakeTenant(String name) {
        this.name = name;
        reset();
    }

    void reset() {
        ahead = Duration.ZERO;
        frozenAt = null;
        numbers = 0;
        journal = new ArrayList<>();
        faults = Map.of();
        children = new LinkedHashMap<>();
        children.put(CHILD, new Child(CHILD, born, born.plus(Duration.ofDays(30)), null));
        String ended = "00000000-0000-4000-8000-000000000001";
        children.put(ended, new Child(ended, born, born.plus(Duration.ofMinutes(15)), "LOGOUT"));
    }

    Instant now() {
        return Objects.requireNonNullElseGet(frozenAt, Instant::now).plus(ahead);
    }

    Map<String, Object> clock() {
        return Map.of("now", now().toString(), "frozen", frozenAt != null);
    }

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    void set(Instant to) {
        ahead = ahead.plus(Duration.between(now(), to));
    }

    void freeze(boolean on) {
        if (on) {
            frozenAt = Objects.requireNonNullElseGet(frozenAt, Instant::now);
        } else if (frozenAt != null) {
            ahead = ahead.minus(Duration.between(frozenAt, Instant.now()));
            frozenAt = null;
        }
    }

    void beReal() {
        ahead = Duration.ZERO;
        frozenAt = null;
    }

    @Nullable
    Child child(String id) {
        return children.get(id);
    }

    Child create() {
        Child child = new Child(UUID.randomUUID().toString(), now(), now().plus(Duration.ofMinutes(15)), null);
        children.put(child.id(), child);
        return child;
    }

    void end(Child child) {
        children.put(child.id(), new Child(child.id(), child.createdAt(), child.expiresAt(), "LOGOUT"));
    }

    void setFaults(Map<String, Object> wanted) {
        faults = wanted;
    }

    Map<String, Object> faults() {
        return faults;
    }

    void keep(Map<String, Object> request) {
        numbers++;
        Map<String, Object> kept = new LinkedHashMap<>(request);
        kept.put("number", numbers);
        kept.put("at", now().toString());
        kept.put("traceId", UUID.randomUUID().toString());
        journal.add(0, kept);
    }

    Map<String, Object> requests(int after) {
        return Map.of(
                "requests",
                journal.stream()
                        .filter(request -> (int) request.get("number") > after)
                        .toList());
    }

    void clear() {
        journal.clear();
    }

    Map<String, Object> state() {
        return Map.of(
                "childSession",
                children.values().stream()
                        .map(child ->
                                Map.of("sessionId", child.id(), "state", child.reason() == null ? "ACTIVE" : "ENDED"))
                        .toList());
    }

    /** Takes sessions as an export gave them. */
    void replace(JsonNode state) {
        children.clear();
        for (JsonNode session : state.path("childSession")) {
            String reason = session.path("state").asString().equals("ACTIVE") ? null : "LOGOUT";
            String id = session.path("sessionId").asString();
            children.put(id, new Child(id, now(), now().plus(Duration.ofMinutes(15)), reason));
        }
    }

    Map<String, Object> told() {
        Map<String, Object> told = new HashMap<>(clock());
        told.putAll(Map.of("name", name, "requests", numbers, "resources", children.size() + 1));
        told.putAll(Map.of("lastUsedAt", Instant.now().toString(), "faulty", !faults.isEmpty()));
        return told;
    }

    Map<String, Object> resources() {
        List<Map<String, Object>> all = new ArrayList<>();
        String end = born.plus(Duration.ofDays(30)).toString();
        all.add(Map.of(
                "kind",
                "parentSession",
                "id",
                "demo-ses",
                "state",
                "ACTIVE",
                "createdAt",
                born.toString(),
                "expiresAt",
                end));
        children.values().forEach(child -> all.add(view(child)));
        return Map.of("now", now().toString(), "resources", all, "more", 0);
    }

    private Map<String, Object> view(Child child) {
        Map<String, Object> view =
                new HashMap<>(Map.of("kind", "childSession", "id", child.id(), "parent", "demo-ses"));
        view.putAll(
                Map.of("owner", "TIBCO_CONSUMER", "createdAt", child.createdAt().toString()));
        view.put("expiresAt", child.expiresAt().toString());
        String reason = child.endedBy(now());
        view.put("state", reason == null ? "ACTIVE" : "ENDED");
        if (reason != null) {
            view.put("reason", reason);
            view.put("endedAt", now().toString());
        }
        return view;
    }
}
