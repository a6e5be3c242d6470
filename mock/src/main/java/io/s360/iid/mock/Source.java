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
import org.jspecify.annotations.Nullable;

/**
 * Where what is served comes from.
 *
 * @param file the root of a contract, or any OpenAPI document; null if the kit's own contract is served and nobody edits it
 * @param kind how it is read
 * @param seed decides about what a foreign document leaves open
 */
record Source(@Nullable Path file, Kind kind, long seed) {

    private static final Pattern LIFECYCLE = Pattern.compile("(?m)(?:^|[{,])\\s*\"?x-lifecycle\"?\\s*:");

    enum Kind {
        /** The kit's own contract, which begins as the kit was built. */
        BUNDLED,
        /** Declares a life-cycle, and is read strictly. */
        CONTRACT,
        /** Any other document. */
        DOCUMENT
    }

    /** The kit's own contract; served anew when it is saved, if a file is given. */
    static Source bundled(@Nullable Path watched) {
        return new Source(watched == null ? null : watched.toAbsolutePath().normalize(), Kind.BUNDLED, 1);
    }

    /**
     * What is in a file.
     *
     * @throws IOException if it cannot be read
     */
    static Source of(Path file, long seed) throws IOException {
        boolean isContract = LIFECYCLE.matcher(Files.readString(file)).find();
        return new Source(file.toAbsolutePath().normalize(), isContract ? Kind.CONTRACT : Kind.DOCUMENT, seed);
    }

    /** What to begin with. */
    Offer first() {
        return kind == Kind.BUNDLED ? offer(ContractReader.readBundled()) : read();
    }

    /** The file as it is now. */
    Offer read() {
        Path root = Objects.requireNonNull(file);
        if (kind == Kind.DOCUMENT) {
            DocumentServed served = new DocumentServed(OpenDocument.read(root, seed));
            return base -> served;
        }
        return offer(ContractReader.read(ContractFiles.in(folderOf(root)), String.valueOf(root.getFileName())));
    }

    /** Begins to look after the file, if there is one; if it is a contract, after all YAML beside and below it, too. */
    void watch(Runnable whenSaved) {
        if (file != null) {
            FileWatch unused = kind == Kind.DOCUMENT
                    ? FileWatch.of(file, path -> true, whenSaved)
                    : FileWatch.of(folderOf(file), Source::isYaml, whenSaved);
        }
    }

    private static Offer offer(Contract contract) {
        return base -> new ContractServed(contract, base);
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "the root folder is no file");
    }

    private static boolean isYaml(Path path) {
        return path.toString().endsWith(".yaml") || path.toString().endsWith(".yml");
    }
}
