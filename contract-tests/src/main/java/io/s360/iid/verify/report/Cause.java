package io.s360.iid.verify.report;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.judge.Deviation;
import java.util.Set;

/**
 * A clause that a target breaks, and all that follows from it: one headline.
 *
 * @param clause what is broken, in words
 * @param place the line of the contract that says so
 * @param shown how it shows in the smallest request
 * @param times how many cases show it
 * @param cases the titles of these cases
 * @param curl the smallest request that shows it, to be typed in a shell
 * @param question whether it is to be asked rather than blamed: nobody has documented the clause, and the target is not ours
 */
public record Cause(
        String target,
        String clause,
        Place place,
        Provenance provenance,
        Deviation shown,
        int times,
        Set<String> cases,
        String curl,
        boolean question) {

    public Cause {
        cases = Set.copyOf(cases);
    }

    /** The same, not to be asked about. */
    Cause blamed() {
        return new Cause(target, clause, place, provenance, shown, times, cases, curl, false);
    }
}
