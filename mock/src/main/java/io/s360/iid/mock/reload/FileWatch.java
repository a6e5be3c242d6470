package io.s360.iid.mock.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks several times a second whether files have been saved, and says so once they have stayed the same for a moment. Works
 * alike on every file system, and for editors that put a new file in the place of the old one.
 */
public final class FileWatch implements AutoCloseable {

    private static final long BETWEEN_LOOKS = 150;
    private static final int MOST_FILES = 1_000;
    private static final int DEEPEST = 3;

    private final Path place;
    private final Predicate<Path> isMeant;
    private final Runnable whenSaved;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "watch"));
    private Map<Path, Stamp> told;
    private Map<Path, Stamp> seen;

    private record Stamp(long modified, long length) {}

    private FileWatch(Path place, Predicate<Path> isMeant, Runnable whenSaved) {
        this.place = place;
        this.isMeant = isMeant;
        this.whenSaved = whenSaved;
        this.told = look();
        this.seen = told;
    }

    /**
     * Begins to watch.
     *
     * @param place a file, or a folder with all below it, though not deeply
     * @param isMeant which of the files matter
     * @param whenSaved is run after each save, on a thread of its own; must not throw
     */
    public static FileWatch of(Path place, Predicate<Path> isMeant, Runnable whenSaved) {
        FileWatch watch = new FileWatch(place, isMeant, whenSaved);
        Future<?> unused =
                watch.looks.scheduleWithFixedDelay(watch::compare, BETWEEN_LOOKS, BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }

    private void compare() {
        Map<Path, Stamp> now = look();
        boolean isStill = now.equals(seen);
        seen = now;
        if (isStill && !now.equals(told)) {
            told = now;
            whenSaved.run();
        }
    }

    /** Files that come and go meanwhile are seen with the next look. */
    private Map<Path, Stamp> look() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.find(place, DEEPEST, this::isMeant)) {
            for (Path file : files.limit(MOST_FILES).toList()) {
                stamps.put(file, new Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file)));
            }
        } catch (IOException | UncheckedIOException gone) {
            return stamps;
        }
        return stamps;
    }

    private boolean isMeant(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile() && isMeant.test(file);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
