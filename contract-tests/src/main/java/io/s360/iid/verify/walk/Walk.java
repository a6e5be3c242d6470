package io.s360.iid.verify.walk;

import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import io.s360.iid.verify.walk.model.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is there at first, and what is done then. Whatever is there or is made by a step has a number, which stays the same
 * when other steps are left out.
 *
 * @param age how long before the start of the walk its openings began, where they live that long
 */
record Walk(Duration age, List<Opening> openings, List<Step> steps) {

    Walk {
        openings = List.copyOf(openings);
        steps = List.copyOf(steps);
    }

    /**
     * Something that is there at first.
     *
     * @param within the number of what encloses it; 0 if nothing does
     * @param count how many; more than one only of a kind without keys
     * @param key null if it is to be put there under a new one
     */
    record Opening(
            int number,
            Resource kind,
            int within,
            @Nullable String owner,
            int count,
            JsonNode attributes,
            Standing standing,
            @Nullable String key) {}

    /**
     * Something that is done.
     *
     * @param pause how much time passes before it
     * @param call null if it is no call
     * @param end null if it is no end
     */
    record Step(
            int number,
            Duration pause,
            @Nullable Call call,
            @Nullable End end) {

        static Step of(Duration pause, Call call) {
            return new Step(call.number(), pause, call, null);
        }

        Step after(Duration other) {
            return new Step(number, other, call, end);
        }

        Step with(Call other) {
            return new Step(number, pause, other, end);
        }
    }

    /** Somebody ends something from outside. */
    record End(int subject, Resource kind, String reason) {}

    Walk withSteps(List<Step> others) {
        return new Walk(age, openings, others);
    }

    /** With one step changed. */
    Walk with(int at, Step other) {
        List<Step> others = new ArrayList<>(steps);
        others.set(at, other);
        return withSteps(others);
    }

    /** Without some of its steps. */
    Walk without(int from, int to) {
        List<Step> others = new ArrayList<>(steps.subList(0, from));
        others.addAll(steps.subList(to, steps.size()));
        return withSteps(others);
    }

    /** Without an opening and all that it encloses. */
    Walk without(Opening opening) {
        Set<Integer> gone = new HashSet<>(Set.of(opening.number()));
        for (Opening each : openings) {
            if (gone.contains(each.within())) {
                gone.add(each.number());
            }
        }
        return new Walk(
                age,
                openings.stream().filter(each -> !gone.contains(each.number())).toList(),
                steps);
    }
}
