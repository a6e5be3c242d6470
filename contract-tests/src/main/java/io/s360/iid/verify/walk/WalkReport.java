package io.s360.iid.verify.walk;

import java.util.List;

/**
 * What came of the walks on one target.
 *
 * @param isTimed whether time could be made to pass; otherwise nothing has expired in these walks
 * @param walks how many were played
 * @param calls how many requests of them were answered
 * @param findings one for each kind of disagreement; none if target and model agree
 */
public record WalkReport(
        String target, long seed, boolean isTimed, int walks, int calls, Trodden trodden, List<WalkFinding> findings) {

    public WalkReport {
        findings = List.copyOf(findings);
    }
}
