package io.s360.iid.server.proof.history;

import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All calls of a while, by whomever, against whichever instance. All times are of one clock. */
public final class History {

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();

    public void add(Event event) {
        events.add(event);
    }

    /** All of them, by their beginnings. */
    public List<Event> events() {
        return events.stream().sorted(Comparator.comparingLong(Event::start)).toList();
    }

    public List<Event> of(Kind kind) {
        return events().stream().filter(event -> event.kind() == kind).toList();
    }

    public int size() {
        return events.size();
    }

    public long acknowledgedChanges() {
        return events.stream()
                .filter(event -> event.kind().isChange() && event.isSuccess())
                .count();
    }
}
