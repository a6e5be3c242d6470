package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Contracts to start a mock with: a sample, which does not change when the kit's own contract does. It is read once. */
public final class Contracts {

    private static final ContractFiles FILES =
            ContractFiles.in(Path.of("..", "api", "src", "test", "resources", "sample-contract"));
    private static final Contract SAMPLE = ContractReader.read(FILES, ContractReader.ROOT);

    private Contracts() {}

    public static Contract sample() {
        return SAMPLE;
    }

    /** The sample contract with one file edited; an edit that changes nothing is a mistake of the test. */
    public static Contract edited(String file, UnaryOperator<String> edit) {
        return ContractReader.read(name -> name.equals(file) ? changed(name, edit) : text(name), ContractReader.ROOT);
    }

    /** The sample contract, copied into a folder. */
    static ContractFiles copiedTo(Path folder) {
        ContractReader.read(name -> copy(name, folder), ContractReader.ROOT);
        return ContractFiles.in(folder);
    }

    private static String copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text(name));
        return text(name);
    }

    private static String changed(String name, UnaryOperator<String> edit) throws IOException {
        String changed = edit.apply(text(name));
        if (changed.equals(text(name))) {
            throw new IllegalStateException("the edit of " + name + " changes nothing");
        }
        return changed;
    }

    /** A file of the sample contract. */
    public static String text(String name) throws IOException {
        return FILES.text(name);
    }
}
