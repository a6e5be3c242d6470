package io.s360.iid.verify.drift;

import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.verify.drift.passage.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A watch on a console: until so many requests, so much time, or Ctrl-C. */
final class Vigil {

    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    private final InputStream keys;
    private final PrintWriter out;
    private final AtomicLong left;
    private final @Nullable Duration limit;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile int exitCode;

    /**
     * Prepares it.
     *
     * @param keys a line of it asks for what was seen so far
     * @param requests 0 for any number
     * @param limit null for any time
     */
    Vigil(InputStream keys, PrintWriter out, long requests, @Nullable Duration limit) {
        this.keys = keys;
        this.out = out;
        this.left = new AtomicLong(requests == 0 ? Long.MAX_VALUE : requests);
        this.limit = limit;
    }

    /**
     * Keeps it.
     *
     * @return the exit code
     * @throws IOException if the address or the port cannot be had, or the report cannot be written
     */
    int keep(ContractFiles files, Passage.Setting setting, @Nullable Path folder) throws IOException {
        Thread lastWords = new Thread(this::endInOrder, "last words");
        try (Watch watch =
                Watch.begin(files, setting, news -> say("new: " + WatchReport.headline(news)), this::count)) {
            Runtime.getRuntime().addShutdownHook(lastWords);
            say("s360 verify: " + watch.baseUri() + " passes on to " + setting.upstream()
                    + "; Enter prints what was seen, Ctrl-C ends it");
            new KeyPresses(keys, () -> watch.report().lines().forEach(this::say)).listen();
            await();
            WatchReport report = watch.end();
            report.lines().forEach(this::say);
            if (folder != null) {
                report.writeTo(folder);
            }
            exitCode = report.causes().isEmpty() ? 0 : 1;
            return exitCode;
        } finally {
            told.countDown();
            forget(lastWords);
        }
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    private void count() {
        if (left.decrementAndGet() <= 0) {
            end.countDown();
        }
    }

    private void await() {
        try {
            if (limit == null) {
                end.await();
            } else if (!end.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                end.countDown();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ctrl-C has ended the machine; it waits for the report, and ends with the exit code of what was seen. */
    private void endInOrder() {
        end.countDown();
        try {
            if (told.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread lastWords) {
        try {
            Runtime.getRuntime().removeShutdownHook(lastWords);
        } catch (IllegalStateException isEnding) {
            // it is the one that waits for this
        }
    }
}
