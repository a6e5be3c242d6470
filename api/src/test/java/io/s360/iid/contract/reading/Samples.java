package io.s360.iid.contract.reading;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.source.ContractFiles;
import java.nio.file.Path;

/** A contract of the tests' own, which does not change when the kit's contract does. */
public final class Samples {

    public static final ContractFiles FILES = ContractFiles.in(Path.of("src", "test", "resources", "sample-contract"));

    private Samples() {}

    public static Contract contract() {
        return ContractReader.read(FILES, ContractReader.ROOT);
    }
}
