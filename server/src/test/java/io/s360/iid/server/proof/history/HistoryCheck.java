package io.s360.iid.server.proof.history;

import static java.util.stream.Collectors.groupingBy;

import io.s360.iid.server.proof.history.Violation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Decides from a history alone what must never have happened. It takes only what is certain: that one call was over before
 * another began, and what was answered. A call whose outcome nobody knows may have had its effect, or not, or later.
 */
public final class HistoryCheck {

    private final Circumstances circumstances;

    public HistoryCheck(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    /** Everything that must not have happened; empty if all is well. */
    public List<Violation> violations(History history) {
        List<Event> events = history.events();
        Ends ends = new Ends(events);
        List<Violation> found = new ArrayList<>(faults(events).toList());
        new Refusals(circumstances, ends, events).violations().forEach(found::add);
        events.stream()
                .filter(event -> event.child() != null)
                .collect(groupingBy(event -> Objects.requireNonNull(event.child())))
                .forEach((child, own) -> found.addAll(new OneChild(child, own, ends, circumstances).violations()));
        events.stream()
                .filter(event -> event.kind() == Kind.CREATE && event.isSuccess())
                .collect(groupingBy(Event::parent))
                .forEach((parent, creates) -> found.addAll(new Room(circumstances, ends, creates).violations()));
        return found;
    }

    private Stream<Violation> faults(List<Event> events) {
        return events.stream()
                .filter(event -> event.outcome().isFault() || event.outcome().status() == 0)
                .filter(event -> !(circumstances.outage() && event.outcome().status() == 503))
                .filter(event -> !(circumstances.deaths() && event.outcome().status() == 0))
                .map(event -> new Violation(Rule.A_FAULT, event));
    }
}
