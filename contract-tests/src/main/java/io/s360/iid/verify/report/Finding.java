package io.s360.iid.verify.report;

import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.judge.Deviation;
import java.util.List;

/**
 * A case that went wrong on a target.
 *
 * @param curl what to type to see it
 */
public record Finding(String target, Case tried, List<Deviation> deviations, String curl) {

    /** What makes two findings one cause. */
    public String cause() {
        return target + " · " + tried.row() + " · " + deviations;
    }
}
