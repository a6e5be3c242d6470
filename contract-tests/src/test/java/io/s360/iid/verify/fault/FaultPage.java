package io.s360.iid.verify.fault;

import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.contract.source.Place;
import io.s360.iid.verify.report.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The page that says which faults have been put into which targets, and how they were found. */
final class FaultPage {

    static final List<String> TARGETS = List.of("mock", "server");

    private static final String HEAD = """
        # Faults, and whether they are found

        Each of these faults is put into the mock and into the server of this kit, and the verifier is let loose on it. Every one has
        to be found, and to have one headline: the fewest clauses of the contract that explain everything that went wrong. The build
        does so each time, and fails if this page is out of date. What is meant by a cause stands in
        [decision 0017](decisions/0017-one-headline-per-cause.md).

        A fault is a few lines in `contract-tests/src/test/resources/io/s360/iid/verify/fault/faults.yaml`. It is put in by a proxy before the
        target, by another contract that the target follows, or by a store that does not do what it is told.

        | kind | fault | mock, by | server, by | headline |
        | --- | --- | --- | --- | --- |
        """;

    private FaultPage() {}

    /** @param causes by fault and target */
    static String of(List<SeededFault> faults, Map<String, List<Cause>> causes) {
        StringBuilder page = new StringBuilder(HEAD);
        for (SeededFault fault : faults) {
            page.append("| ").append(fault.kind()).append(" | ").append(fault.what());
            for (String target : TARGETS) {
                page.append(" | ")
                        .append(found(causes.getOrDefault(key(fault, target), List.of())))
                        .append(", ")
                        .append(fault.means(target));
            }
            page.append(" | ")
                    .append(headline(causes.getOrDefault(key(fault, TARGETS.get(0)), List.of())))
                    .append(" |\n");
        }
        return page.toString();
    }

    static String key(SeededFault fault, String target) {
        return fault.name() + " in the " + target;
    }

    private static String found(List<Cause> causes) {
        return causes.size() == 1 ? "found" : causes.isEmpty() ? "not found" : causes.size() + " headlines";
    }

    private static String headline(List<Cause> causes) {
        return causes.isEmpty()
                ? ""
                : causes.get(0).clause().replace("|", "\\|") + " (`"
                        + line(causes.get(0).place()) + "`)";
    }

    /** The line of the contract that a place names. */
    static String line(Place place) {
        try {
            return ContractFiles.bundled()
                    .text(place.file())
                    .lines()
                    .toList()
                    .get(place.line() - 1)
                    .strip()
                    .replace("|", "\\|");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
