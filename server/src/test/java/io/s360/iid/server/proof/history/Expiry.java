package io.s360.iid.server.proof.history;

import io.s360.iid.server.proof.history.Violation.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The expiry of one child never moves backwards, and never passes the limit, which never moves. */
final class Expiry {

    private final List<Event> told;
    private final List<Violation> found = new ArrayList<>();

    /** @param events by their beginnings */
    Expiry(List<Event> events) {
        told = events.stream()
                .filter(Event::isSuccess)
                .filter(event -> event.outcome().expiresAt() != null)
                .toList();
    }

    List<Violation> violations() {
        neverBackwards();
        told.stream()
                .filter(Expiry::isBeyond)
                .findFirst()
                .ifPresent(event -> add(Rule.BEYOND_THE_ABSOLUTE_LIMIT, event));
        List<Event> limited = told.stream()
                .filter(event -> event.outcome().maxExpiresAt() != null)
                .toList();
        limited.stream()
                .filter(event -> !Objects.equals(
                        event.outcome().maxExpiresAt(), limited.get(0).outcome().maxExpiresAt()))
                .findFirst()
                .ifPresent(event -> add(Rule.BEYOND_THE_ABSOLUTE_LIMIT, limited.get(0), event));
        return found;
    }

    private static boolean isBeyond(Event event) {
        Instant most = event.outcome().maxExpiresAt();
        return most != null && expiry(event).isAfter(most);
    }

    /** Each is compared with the latest that had been told before it began. */
    private void neverBackwards() {
        List<Event> byEnd =
                told.stream().sorted(Comparator.comparingLong(Event::end)).toList();
        @Nullable Event latest = null;
        int next = 0;
        for (Event event : told) {
            for (; byEnd.get(next).isBefore(event); next++) {
                latest = latest == null || expiry(byEnd.get(next)).isAfter(expiry(latest)) ? byEnd.get(next) : latest;
            }
            if (latest != null && expiry(event).isBefore(expiry(latest))) {
                add(Rule.EXPIRY_MOVED_BACKWARDS, latest, event);
                return;
            }
        }
    }

    private static Instant expiry(Event event) {
        return Objects.requireNonNull(event.outcome().expiresAt());
    }

    private void add(Rule rule, Event... events) {
        found.add(new Violation(rule, events));
    }
}
