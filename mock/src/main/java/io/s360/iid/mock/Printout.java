package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.mock.catalogue.Catalogue;
import io.s360.iid.mock.stub.MappingExport;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a contract without a mock of it.
 *
 * @param isCatalogueWanted whether every answer is listed, with the ways to it
 * @param exportFolder where mappings for a plain WireMock go; null for nowhere
 */
record Printout(boolean isCatalogueWanted, @Nullable Path exportFolder) {

    boolean isWanted() {
        return isCatalogueWanted || exportFolder != null;
    }

    /**
     * Tells it.
     *
     * @param base where a mock of the contract would be
     * @throws io.s360.iid.mock.stub.UnusableFolder if the mappings cannot go where they should
     */
    void print(Contract contract, URI base, PrintWriter out) {
        if (isCatalogueWanted) {
            out.print(Catalogue.of(contract).toText(base));
        }
        if (exportFolder != null) {
            int number = new MappingExport(contract).writeTo(exportFolder);
            out.println(number + " mappings in " + exportFolder
                    + ", without state; a plain WireMock serves them with --root-dir " + exportFolder);
        }
        out.flush();
    }
}
