package io.s360.iid.server.proof.history;

import static java.util.stream.Collectors.groupingBy;

import io.s360.iid.server.proof.history.Violation.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Under one parent there are never more active children than the limits leave room for. */
final class Room {

    private final Circumstances circumstances;
    private final Ends ends;
    private final List<Event> creates;

    /** @param creates the successful ones of one parent */
    Room(Circumstances circumstances, Ends ends, List<Event> creates) {
        this.circumstances = circumstances;
        this.ends = ends;
        this.creates = creates;
    }

    /** From when on a child was certainly there, and when it began to be possible that it was not. */
    private record Moment(long at, int change, Event event) {}

    List<Violation> violations() {
        if (circumstances.expiry()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>(atMost(circumstances.perParent(), creates));
        creates.stream()
                .collect(groupingBy(Event::client))
                .forEach((client, own) -> found.addAll(atMost(circumstances.perClient(), own)));
        return found;
    }

    private List<Violation> atMost(int limit, List<Event> created) {
        List<Moment> moments = created.stream()
                .flatMap(this::moments)
                .sorted(Comparator.comparingLong(Moment::at).thenComparingInt(Moment::change))
                .toList();
        int active = 0;
        for (Moment moment : moments) {
            active += moment.change();
            if (active > limit) {
                return List.of(new Violation(Rule.MORE_ACTIVE_THAN_THE_LIMIT, moment.event()));
            }
        }
        return List.of();
    }

    private Stream<Moment> moments(Event create) {
        long from = create.end();
        return ends
                .possible(Objects.requireNonNull(create.child()), create.parent(), create.client())
                .mapToLong(Event::start)
                .min()
                .stream()
                .mapToObj(over -> Stream.of(new Moment(from, 1, create), new Moment(Math.max(over, from), -1, create)))
                .findFirst()
                .orElseGet(() -> Stream.of(new Moment(from, 1, create)));
    }
}
