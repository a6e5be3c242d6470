package io.s360.iid.bench;

import io.s360.iid.server.session.store.StoreLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Files in a folder. */
final class EmbeddedStore implements Store {

    private final Path folder;
    private final Path template;
    private int copies;

    EmbeddedStore(Path folder) {
        this.folder = folder;
        this.template = folder.resolve("embedded");
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public List<String> template() {
        return List.of("--data", template.toString());
    }

    @Override
    public void fill() throws IOException, SQLException {
        Stock.fill(String.valueOf(StoreLocation.in(template).get("spring.datasource.url")), "s360");
    }

    @Override
    public List<String> copy() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("embedded-" + ++copies));
        try (Stream<Path> files = Files.list(template)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".db")).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return List.of("--data", copy.toString());
    }

    @Override
    public void close() {}
}
