package io.s360.iid.contract.reading;

import java.util.List;
import java.util.stream.Collectors;

/** A contract is not consistent. Its message has a line for each finding. */
public final class BrokenContract extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    BrokenContract(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** At least one. */
    public List<Finding> findings() {
        return findings;
    }
}
