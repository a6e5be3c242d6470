package io.s360.iid.verify.cause;

import io.s360.iid.verify.report.Cause;
import io.s360.iid.verify.report.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Examples that break their schemas: one cause for each, however many operations show it. */
public final class BrokenExamples {

    private BrokenExamples() {}

    /**
     * The causes of what is wrong with examples.
     *
     * @param findings about examples
     */
    public static List<Cause> in(List<Finding> findings) {
        Map<String, List<Finding>> byPlace = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.tried().place() + finding.tried().clause(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byPlace.values().stream().map(same -> toCause(same.get(0), same)).toList();
    }

    private static Cause toCause(Finding finding, List<Finding> same) {
        return new Cause(
                finding.target(),
                finding.tried().row() + ": " + finding.tried().clause(),
                finding.tried().place(),
                finding.tried().provenance(),
                finding.deviations().get(0),
                same.size(),
                same.stream().map(each -> each.tried().title()).collect(Collectors.toSet()),
                finding.curl(),
                false);
    }
}
