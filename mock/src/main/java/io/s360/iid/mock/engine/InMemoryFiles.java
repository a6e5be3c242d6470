package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.common.InputStreamSource;
import com.github.tomakehurst.wiremock.store.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The files of a user's own stubs. Nothing is read from the disk, and nothing written to it. */
final class InMemoryFiles implements BlobStore {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    @Override
    public Optional<InputStream> getStream(String name) {
        return get(name).map(ByteArrayInputStream::new);
    }

    @Override
    public InputStreamSource getStreamSource(String name) {
        return () -> getStream(name).orElseGet(InputStream::nullInputStream);
    }

    @Override
    public Stream<String> getAllKeys() {
        return files.keySet().stream().sorted();
    }

    @Override
    public Optional<byte[]> get(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public void put(String name, byte[] content) {
        files.put(name, content);
    }

    @Override
    public void remove(String name) {
        files.remove(name);
    }

    @Override
    public void clear() {
        files.clear();
    }
}
