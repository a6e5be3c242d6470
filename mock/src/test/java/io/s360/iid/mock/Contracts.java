package io.s360.iid.mock;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Contracts to start a mock with. Reading one costs, so the bundled one is read once. */
final class Contracts {

    private static final Contract BUNDLED = ContractReader.readBundled();

    private Contracts() {}

    static Contract bundled() {
        return BUNDLED;
    }

    /** The bundled contract with one file edited; an edit that changes nothing is a mistake of the test. */
    static Contract edited(String file, UnaryOperator<String> edit) {
        return ContractReader.read(
                name -> name.equals(file) ? changed(name, edit) : original(name), ContractReader.ROOT);
    }

    /** The bundled contract, copied into a folder. */
    static ContractFiles copiedTo(Path folder) {
        ContractReader.read(name -> copy(name, folder), ContractReader.ROOT);
        return ContractFiles.in(folder);
    }

    private static String copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, original(name));
        return original(name);
    }

    private static String changed(String name, UnaryOperator<String> edit) throws IOException {
        String changed = edit.apply(original(name));
        if (changed.equals(original(name))) {
            throw new IllegalStateException("the edit of " + name + " changes nothing");
        }
        return changed;
    }

    private static String original(String name) throws IOException {
        return ContractFiles.bundled().text(name);
    }
}
