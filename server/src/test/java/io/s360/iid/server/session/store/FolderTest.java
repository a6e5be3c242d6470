package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the embedded store. */
class FolderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void assumePermissions() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
    }

    @Test
    void isForNobodyElse() throws IOException {
        Path data = folder.resolve("new").resolve("data");

        try (TestDatabase database = TestDatabase.in(data)) {
            database.storeOfItsOwnTime().disableClient("A", Instant.EPOCH);

            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(files(data))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
        assertThat(files(data))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }

    @Test
    void mayHaveBlanksAndSignsInItsName() {
        Path data = folder.resolve("my data, 100% (new) & more");

        try (TestDatabase database = TestDatabase.in(data)) {
            database.storeOfItsOwnTime().disableClient("A", Instant.EPOCH);
        }

        try (TestDatabase database = TestDatabase.in(data)) {
            assertThat(database.storeOfItsOwnTime().disabledClients()).contains("A");
        }
        assertThat(data.resolve("s360.mv.db")).exists();
    }

    @Test
    void mayNotHaveASemicolonInItsName() {
        assertThatIllegalArgumentException().isThrownBy(() -> StoreLocation.in(folder.resolve("a;b")));
    }

    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
