package io.s360.iid.server.proof;

import io.s360.iid.server.proof.history.Event;
import io.s360.iid.server.proof.history.History;
import io.s360.iid.server.proof.history.Kind;
import io.s360.iid.server.proof.history.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The portal and the operators, who call the management port. What they do is written into a history. */
public final class Operator {

    public static final String KEY = "the-key-of-the-operator";

    private static final AtomicInteger PARENTS = new AtomicInteger();
    private static final Map<String, ?> CONTEXT = Map.of(
            "person",
            Map.of(
                    "subjectId", "5b0c6f5e-0e0f-4f57-8f7f-6a1f8a2d9c01",
                    "name", Map.of("en", "Layla", "ar", "ليلى"),
                    "email", "layla@example.com",
                    "mobile", "971500000001",
                    "userType", "SOP3"),
            "language",
            "en");

    private Operator() {}

    /** A new parent session, if there is one. */
    public static Optional<Parent> openParent(History history, Instance at) {
        String name = "parent-" + PARENTS.incrementAndGet();
        long start = System.nanoTime();
        Wire.Answer answer = post(at, "/parent-sessions", CONTEXT);
        Event event = note(history, start, at, Kind.OPEN_PARENT, "", name, null, answer);
        return event.outcome().isSuccess()
                ? Optional.of(
                        new Parent(name, answer.body().path("sessionToken").asString()))
                : Optional.empty();
    }

    public static Event endParent(History history, Instance at, Parent parent) {
        long start = System.nanoTime();
        Wire.Answer answer =
                post(at, "/parent-sessions/end", Map.of("sessionToken", parent.token(), "reason", "ADMIN"));
        return note(history, start, at, Kind.END_PARENT, "", parent.name(), null, answer);
    }

    public static Event endChild(History history, Instance at, Child child) {
        long start = System.nanoTime();
        Wire.Answer answer = post(at, "/child-sessions/end", Map.of("sessionId", child.id()));
        return note(history, start, at, Kind.END_CHILD, "", child.parent().name(), child.id(), answer);
    }

    public static Event disable(History history, Instance at, Client client) {
        long start = System.nanoTime();
        Wire.Answer answer = post(at, "/clients/disable", Map.of("clientId", client.id()));
        return note(history, start, at, Kind.DISABLE_CLIENT, client.id(), "", null, answer);
    }

    /** Lets a client in again. In no history: those of disabled clients end before. */
    public static void enable(Instance at, Client client) {
        Wire.Answer answer = post(at, "/clients/enable", Map.of("clientId", client.id()));
        if (answer.status() != 200) {
            throw new AssertionError("A client could not be enabled: " + answer.status());
        }
    }

    private static Wire.Answer post(Instance at, String path, Map<String, ?> body) {
        return Wire.post(at.management().resolve(path), Map.of("Authorization", "Bearer " + KEY), body);
    }

    private static Event note(
            History history,
            long start,
            Instance at,
            Kind kind,
            String client,
            String parent,
            @Nullable String child,
            Wire.Answer answer) {
        Outcome outcome = Call.outcome(kind, answer);
        Event event = new Event(start, System.nanoTime(), kind, at.name(), client, parent, child, outcome);
        history.add(event);
        return event;
    }
}
