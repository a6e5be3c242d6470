package io.s360.iid.verify;

import io.s360.iid.verify.walk.WalkFinding;
import io.s360.iid.verify.walk.WalkReport;
import java.util.ArrayList;
import java.util.List;

/** What came of walks, as few lines for a console. */
final class WalkText {

    private static final int MOST_FINDINGS = 3;
    private static final int MOST_LINES = 13;

    private WalkText() {}

    /** A line for each finding, and the way to the first one. */
    static List<String> lines(List<WalkReport> walked) {
        List<WalkFinding> findings =
                walked.stream().flatMap(report -> report.findings().stream()).toList();
        List<String> lines = new ArrayList<>();
        findings.stream()
                .limit(MOST_FINDINGS)
                .forEach(found -> lines.add("RED " + found.target() + ": " + found.operation() + " after "
                        + (found.steps().size() - 1) + " steps, " + found.clause() + ", " + found.place() + ": "
                        + found.deviations()));
        findings.stream()
                .limit(1)
                .forEach(first -> first.script().stream().limit(MOST_LINES).forEach(line -> lines.add("    " + line)));
        return lines;
    }
}
