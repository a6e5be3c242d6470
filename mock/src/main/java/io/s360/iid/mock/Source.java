package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.Offer;
import io.s360.iid.mock.document.DocumentServed;
import io.s360.iid.mock.document.OpenDocument;
import io.s360.iid.mock.reload.FileWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where what is served comes from.
 *
 * @param file the root of a contract, or any OpenAPI document
 * @param isContract whether it declares a life-cycle, and is therefore read strictly
 * @param seed decides about what a foreign document leaves open
 */
record Source(Path file, boolean isContract, long seed) {

    private static final Pattern LIFECYCLE = Pattern.compile("(?m)^\\s*\"?x-lifecycle\"?\\s*:");

    /**
     * What is in a file.
     *
     * @throws IOException if it cannot be read
     */
    static Source of(Path file, long seed) throws IOException {
        boolean isContract = LIFECYCLE.matcher(Files.readString(file)).find();
        return new Source(file.toAbsolutePath().normalize(), isContract, seed);
    }

    /** The file as it is now. */
    Offer read() {
        if (!isContract) {
            DocumentServed served = new DocumentServed(OpenDocument.read(file, seed));
            return base -> served;
        }
        return offer(ContractReader.read(
                ContractFiles.in(folder()), file.getFileName().toString()));
    }

    static Offer offer(Contract contract) {
        return base -> new ContractServed(contract, base);
    }

    /** Begins to look after the file; if it is a contract, after all YAML beside and below it, too. */
    FileWatch watch(Runnable whenSaved) {
        return isContract
                ? FileWatch.of(folder(), Source::isYaml, whenSaved)
                : FileWatch.of(file, path -> true, whenSaved);
    }

    private Path folder() {
        return Objects.requireNonNull(file.getParent(), "the root folder is no file");
    }

    private static boolean isYaml(Path path) {
        return path.toString().endsWith(".yaml") || path.toString().endsWith(".yml");
    }
}
