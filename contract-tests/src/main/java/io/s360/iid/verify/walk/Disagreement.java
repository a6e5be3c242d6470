package io.s360.iid.verify.walk;

import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.walk.model.Call;
import io.s360.iid.verify.walk.model.Foretold;
import java.util.List;

/**
 * A target has answered what the model does not foretell.
 *
 * @param at the index of the step
 * @param told what was done until then
 */
record Disagreement(int at, Call call, Foretold foretold, List<Deviation> deviations, List<Player.Told> told) {

    /** What makes two of them one: the same row of the same operation is not kept in the same way. */
    String kind() {
        return call.operation().id() + " " + foretold.place() + " "
                + deviations.stream().map(Deviation::aspect).sorted().toList()
                + (deviations.get(0).aspect().equals("status")
                        ? deviations.get(0).got()
                        : "");
    }
}
