package io.s360.iid.server.proof.history;

import io.s360.iid.server.proof.history.Violation.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Whoever is refused must have done, or suffered, something that explains it. */
final class Refusals {

    private final Circumstances circumstances;
    private final Ends ends;
    private final List<Event> events;
    private final Map<String, String> owners = new HashMap<>();

    Refusals(Circumstances circumstances, Ends ends, List<Event> events) {
        this.circumstances = circumstances;
        this.ends = ends;
        this.events = events;
        events.stream()
                .filter(event -> event.kind() == Kind.CREATE && event.child() != null)
                .forEach(event -> owners.put(Objects.requireNonNull(event.child()), event.client()));
    }

    Stream<Violation> violations() {
        return events.stream()
                .filter(event -> !event.isSuccess() && !event.outcome().isUnknown())
                .filter(event -> event.outcome().status() < 500)
                .filter(event -> !isExplained(event))
                .map(event -> new Violation(
                        event.saysOver() ? Rule.OVER_WITHOUT_AN_END : Rule.A_REFUSAL_THAT_NOTHING_EXPLAINS, event));
    }

    private boolean isExplained(Event event) {
        return switch (event.outcome().code()) {
            case "CLIENT_AUTH_FAILED" -> isAmong(ends.possibleOfClient(event.client()), event);
            case "SESSION_LIMIT_REACHED" -> event.kind() == Kind.CREATE && isFull(event);
            case "MESSAGE_LIMIT_REACHED" -> event.kind() == Kind.MESSAGES;
            case "CHILD_SESSION_NOT_FOUND", "unknown-session" -> circumstances.expiry() || isStrangers(event);
            case "SESSION_EXPIRED" -> circumstances.expiry();
            case "ALREADY_LOGGED_OUT" -> isAmong(causes(event).filter(end -> isLogout(event, end)), event);
            case "SESSION_ENDED" -> isAmong(causes(event).filter(end -> end.kind() != Kind.LOGOUT), event);
            default ->
                isAmong(causes(event), event) || event.saysOver() && (circumstances.expiry() || isStrangers(event));
        };
    }

    /** A child is logged out itself; a call that names no child is told how its parent has ended. */
    private static boolean isLogout(Event event, Event end) {
        return event.child() == null || end.kind() == Kind.LOGOUT;
    }

    private boolean isStrangers(Event event) {
        return event.child() != null
                && event.kind() != Kind.END_CHILD
                && !event.client().equals(owners.getOrDefault(event.child(), event.client()));
    }

    private Stream<Event> causes(Event event) {
        String child = event.child();
        return child == null
                ? ends.possibleOf(event.parent())
                : ends.possible(child, event.parent(), owners.getOrDefault(child, event.client()));
    }

    private static boolean isAmong(Stream<Event> causes, Event event) {
        return causes.anyMatch(cause -> cause != event && cause.start() < event.end());
    }

    /** As many may have been active as there is room for, of this client or of all. */
    private boolean isFull(Event refused) {
        List<Event> creates = events.stream()
                .filter(event -> event.kind() == Kind.CREATE && event.parent().equals(refused.parent()))
                .filter(event -> event.isSuccess() || event.outcome().isUnknown())
                .filter(event -> event.start() < refused.end() && !isOverBefore(event, refused))
                .toList();
        long own = creates.stream()
                .filter(event -> event.client().equals(refused.client()))
                .count();
        return creates.size() >= circumstances.perParent() || own >= circumstances.perClient();
    }

    private boolean isOverBefore(Event create, Event refused) {
        return create.child() != null && ends.ofChild(create.child()).anyMatch(end -> end.isBefore(refused));
    }
}
