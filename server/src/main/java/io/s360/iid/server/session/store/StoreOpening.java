package io.s360.iid.server.session.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the store what this version expects: at once if it can be reached, else as soon as it can. Until then whoever
 * asks it is told that it is unavailable.
 */
public final class StoreOpening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOpening.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-opening");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean done;
    private volatile @Nullable Thread opener;

    StoreOpening(Flyway flyway) {
        this.flyway = flyway;
    }

    /**
     * Returns when the store is open, or nothing but time can help. Fails if it takes a person to mend it.
     *
     * @param first what must be done with the store before anybody else may ask it
     */
    public void begin(List<Runnable> first) {
        try {
            open(first);
        } catch (RuntimeException failure) {
            if (!StoreFailure.mayHeal(failure)) {
                throw failure;
            }
            LOG.warn("The store cannot be reached yet: {}", StoreFailure.inOneLine(failure));
            Future<?> unused = later.scheduleWithFixedDelay(
                    () -> tryAgain(first),
                    BETWEEN_ATTEMPTS.toMillis(),
                    BETWEEN_ATTEMPTS.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Whether the store may be asked by whoever asks this. */
    boolean isOpen() {
        return done || Thread.currentThread().equals(opener);
    }

    private void tryAgain(List<Runnable> first) {
        try {
            open(first);
            later.shutdown();
            LOG.info("The store is open");
        } catch (RuntimeException failure) {
            if (StoreFailure.mayHeal(failure)) {
                LOG.debug("The store cannot be reached yet: {}", StoreFailure.inOneLine(failure));
            } else {
                LOG.error("The store stays closed: {}", StoreFailure.inOneLine(failure));
            }
        }
    }

    private void open(List<Runnable> first) {
        flyway.migrate();
        opener = Thread.currentThread();
        try {
            first.forEach(Runnable::run);
            done = true;
        } finally {
            opener = null;
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
