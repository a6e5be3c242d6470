package io.s360.iid.contract.source;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that a contract is made of. Names are relative to the folder of the root document. */
@FunctionalInterface
public interface ContractFiles {

    /**
     * The whole text of one file, decoded as UTF-8.
     *
     * @throws IOException if there is no such file or it cannot be read
     */
    String text(String name) throws IOException;

    /** The contract that this kit carries, from the class path. */
    static ContractFiles bundled() {
        return name -> {
            try (InputStream in = ContractFiles.class.getResourceAsStream("/openapi/" + name)) {
                if (in == null) {
                    throw new FileNotFoundException("openapi/" + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        };
    }

    /** A contract in a folder of the file system. */
    static ContractFiles in(Path folder) {
        return name -> Files.readString(folder.resolve(name));
    }
}
