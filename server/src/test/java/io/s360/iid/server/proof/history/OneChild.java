package io.s360.iid.server.proof.history;

import io.s360.iid.server.proof.history.Violation.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must never happen to one child. It only falls from active to ended. */
final class OneChild {

    private final String child;
    private final List<Event> events;
    private final Ends ends;
    private final Circumstances circumstances;
    private final Optional<Event> creation;
    private final List<Violation> found = new ArrayList<>();

    OneChild(String child, List<Event> events, Ends ends, Circumstances circumstances) {
        this.child = child;
        this.events = events;
        this.ends = ends;
        this.circumstances = circumstances;
        this.creation =
                events.stream().filter(event -> event.kind() == Kind.CREATE).findFirst();
    }

    List<Violation> violations() {
        List<Event> successfulEnds = ends.ofChild(child).toList();
        if (successfulEnds.size() > 1) {
            found.add(new Violation(Rule.MORE_THAN_ONE_END, successfulEnds));
        }
        noLifeAfter(successfulEnds.stream(), 0, Rule.LIFE_AFTER_AN_END, Event::showsLife);
        noLifeAfter(
                events.stream().filter(this::isTheOwners).filter(Event::saysOver),
                0,
                Rule.LIFE_AFTER_SOMEBODY_SAID_IT_IS_OVER,
                event -> event.showsLife() || event.kind().endsChild() && event.isSuccess());
        noLifeAfter(ends.ofParent(events.get(0).parent()), 0, Rule.LIFE_UNDER_AN_ENDED_PARENT, Event::showsLife);
        noLifeAfter(
                ends.ofClient(owner()),
                circumstances.newsOfDisabled().toNanos(),
                Rule.LIFE_OF_A_DISABLED_CLIENT,
                Event::showsLife);
        noStranger();
        found.addAll(new Expiry(events).violations());
        found.addAll(new Numbers(events).violations());
        return found;
    }

    private String owner() {
        return creation.orElse(events.get(0)).client();
    }

    /** An operator speaks of all children; of the clients, only the owner can see it. */
    private boolean isTheOwners(Event event) {
        return event.client().equals(owner()) || event.kind() == Kind.END_CHILD;
    }

    private void noLifeAfter(Stream<Event> over, long grace, Rule rule, Predicate<Event> life) {
        over.min(Comparator.comparingLong(Event::end))
                .ifPresent(end -> events.stream()
                        .filter(life)
                        .filter(event -> event.start() > end.end() + grace)
                        .findFirst()
                        .ifPresent(event -> found.add(new Violation(rule, end, event))));
    }

    private void noStranger() {
        events.stream()
                .filter(event -> event.showsLife() || event.kind() == Kind.LOGOUT && event.isSuccess())
                .filter(event -> !isTheOwners(event))
                .findFirst()
                .ifPresent(stranger ->
                        found.add(new Violation(Rule.ANOTHER_CLIENTS_CHILD, creation.orElse(stranger), stranger)));
    }
}
