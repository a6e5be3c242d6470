package io.s360.iid.verify;

import io.s360.iid.contract.reading.ContractReader;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, as its build has written it into the jar. */
final class Kit implements IVersionProvider {

    static String version() {
        String version = Kit.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "s360 verify " + version() + ", contract "
                    + ContractReader.readBundled().version()
        };
    }
}
