package io.s360.iid.verify.walk;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.judge.Deviation;
import java.util.List;

/**
 * A target and the model of the contract disagree.
 *
 * @param steps the shortest sequence that shows it, in words
 * @param operation the id of the operation that is called last
 * @param clause the row that decides what its answer must be, in words
 * @param place where the contract says so
 * @param expected status and name of that answer
 * @param deviations how the answer differs
 * @param script the same sequence as lines for a shell; what cannot be typed begins with a number sign
 * @param times how many walks met it
 */
public record WalkFinding(
        String target,
        List<String> steps,
        String operation,
        String clause,
        Place place,
        Provenance provenance,
        String expected,
        List<Deviation> deviations,
        List<String> script,
        int times) {

    public WalkFinding {
        steps = List.copyOf(steps);
        deviations = List.copyOf(deviations);
        script = List.copyOf(script);
    }

    WalkFinding again() {
        return new WalkFinding(
                target, steps, operation, clause, place, provenance, expected, deviations, script, times + 1);
    }
}
