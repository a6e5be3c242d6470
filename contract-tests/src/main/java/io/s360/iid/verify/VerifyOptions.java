package io.s360.iid.verify;

import io.s360.iid.verify.cases.CaseBook;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be wished on the command line. */
final class VerifyOptions {

    @Option(
            names = "--target",
            paramLabel = "URL",
            description =
                    "An address to judge; may be given several times. Without one, the kit's own mock and server.")
    private List<URI> targets = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write report.html, junit.xml and statement.json into this folder.")
    private @Nullable Path report;

    @Option(
            names = "--only",
            paramLabel = "OPERATION",
            split = ",",
            description = "Judge only these operations, by their ids; separated by commas.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Where chance begins; the same seed, the same cases. Default: ${DEFAULT-VALUE}")
    private long seed = CaseBook.SEED;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "The most cases for an operation. Default: ${DEFAULT-VALUE}")
    private int budget = CaseBook.BUDGET;

    @Option(names = "--walks", paramLabel = "N", description = "How many sequences of calls to walk on each target.")
    private @Nullable Integer walks;

    @Option(
            names = "--read-only",
            description =
                    "Send nothing that could change something or lock a client out, even if the target is at fault.")
    private boolean readOnly;

    @Option(names = "--strict", description = "Count questions as failures.")
    private boolean isStrict;

    @Option(
            names = "--header",
            paramLabel = "LINE",
            description =
                    "A header for every request, such as 'Authorization: Bearer $TOKEN'; may be given several times."
                            + " Variables are taken from the environment.")
    private List<String> headers = new ArrayList<>();

    List<URI> targets() {
        return targets;
    }

    @Nullable
    Path report() {
        return report;
    }

    List<String> headers() {
        return headers;
    }

    Set<String> only() {
        return only;
    }

    /**
     * What is to be tried.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    Plan plan() {
        if (budget < 1) {
            throw new IllegalArgumentException("--budget takes a number from 1");
        }
        if (walks != null && walks < 0) {
            throw new IllegalArgumentException("--walks takes a number from 0");
        }
        return new Plan(only, readOnly, isStrict, seed, budget, readOnly || walks == null ? 0 : walks);
    }
}
