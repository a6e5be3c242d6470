package io.s360.iid.server.proof.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** One server on its embedded store, in a file. */
class EmbeddedStormTest extends StormContract {

    @TempDir
    private static Path folder;

    @Override
    List<String> newStore() {
        try {
            return List.of("s360.data=" + Files.createTempDirectory(folder, "data"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    int servers() {
        return 1;
    }
}
