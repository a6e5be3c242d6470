package io.s360.iid.server.session.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of H2 that are copied between two writes, as a kill would leave them: {@code copied:} before the name of each. */
public final class CopiedFiles extends FilePathWrapper {

    private static final String SCHEME = "copied";

    /** Where the copies go, each into a folder of its own; empty while none are wanted. */
    private static final List<Copies> WANTED = new CopyOnWriteArrayList<>();

    /** Copies a file of a name after some of the writes to it, until closed. */
    static final class Copies implements AutoCloseable {

        private final Path into;
        private final String name;
        private final int every;
        private final List<Path> made = new CopyOnWriteArrayList<>();
        private int writes;

        private Copies(Path into, String name, int every) {
            this.into = into;
            this.name = name;
            this.every = every;
        }

        /** @return the folders of the copies */
        List<Path> made() {
            return List.copyOf(made);
        }

        private synchronized void afterWrite(Path file) throws IOException {
            if (file.endsWith(name) && ++writes % every == 0) {
                Path folder = Files.createDirectory(into.resolve("copy-" + writes));
                Files.copy(file, folder.resolve(name));
                made.add(folder);
            }
        }

        @Override
        public void close() {
            WANTED.remove(this);
        }
    }

    /** @param every how many writes there are from one copy to the next */
    static Copies begin(Path into, String name, int every) {
        Copies copies = new Copies(into, name, every);
        WANTED.add(copies);
        return copies;
    }

    /** An address of H2 with files of this kind. */
    static String in(String address) {
        FilePath.register(new CopiedFiles());
        return address.replace(":file:", ":" + SCHEME + ":");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new CopiedChannel(unwrap().open(mode), Path.of(unwrap().toString()));
    }

    private static final class CopiedChannel extends FileBaseDefault {

        private final FileChannel channel;
        private final Path file;

        CopiedChannel(FileChannel channel, Path file) {
            this.channel = channel;
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            int written = channel.write(bytes, position);
            for (Copies copies : WANTED) {
                copies.afterWrite(file);
            }
            return written;
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return channel.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }
    }
}
