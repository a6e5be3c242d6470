package io.s360.iid.server.proof.history;

import io.s360.iid.server.proof.history.Violation.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The messages of one child are numbered from 1, each number once, in the order of what came after what, without gaps. */
final class Numbers {

    private final List<Event> taken;
    private final boolean allKnown;
    private final List<Violation> found = new ArrayList<>();

    Numbers(List<Event> events) {
        List<Event> sent =
                events.stream().filter(event -> event.kind() == Kind.MESSAGES).toList();
        allKnown = sent.stream().noneMatch(event -> event.outcome().isUnknown());
        taken = sent.stream()
                .filter(Event::isSuccess)
                .sorted(Comparator.comparingInt(
                        event -> event.outcome().sequences().first()))
                .toList();
    }

    List<Violation> violations() {
        if (allKnown && !taken.isEmpty() && first(0) != 1) {
            found.add(new Violation(Rule.A_GAP_IN_THE_NUMBERS, taken.get(0)));
        }
        for (int index = 1; index < taken.size(); index++) {
            Event before = taken.get(index - 1);
            Event event = taken.get(index);
            int due = before.outcome().sequences().end();
            if (first(index) < due) {
                found.add(new Violation(Rule.A_NUMBER_GIVEN_TWICE, before, event));
            } else if (first(index) > due && allKnown) {
                found.add(new Violation(Rule.A_GAP_IN_THE_NUMBERS, before, event));
            }
            if (event.isBefore(before)) {
                found.add(new Violation(Rule.NUMBERS_OUT_OF_ORDER, event, before));
            }
        }
        return found;
    }

    private int first(int index) {
        return taken.get(index).outcome().sequences().first();
    }
}
