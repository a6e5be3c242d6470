package io.s360.iid.server.management;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the store answers. However many ask, the store is asked by one at a time and not again for a moment, and
 * nobody waits longer than a second.
 */
public final class StoreProbe {

    private static final Duration FRESH = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Runnable question;
    private final Executor executor;
    private final LongSupplier nanoseconds;
    private @Nullable CompletableFuture<Boolean> latest;
    private long askedAt;

    /** @param question asks the store for something cheap; throws if that fails */
    public StoreProbe(Runnable question) {
        this(question, StoreProbe::inThreadOfItsOwn, System::nanoTime);
    }

    StoreProbe(Runnable question, Executor executor, LongSupplier nanoseconds) {
        this.question = question;
        this.executor = executor;
        this.nanoseconds = nanoseconds;
    }

    private static void inThreadOfItsOwn(Runnable work) {
        Thread thread = new Thread(work, "store-probe");
        thread.setDaemon(true);
        thread.start();
    }

    boolean isReachable() {
        return asked().copy()
                .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private synchronized CompletableFuture<Boolean> asked() {
        CompletableFuture<Boolean> last = latest;
        boolean isFresh = nanoseconds.getAsLong() - askedAt < FRESH.toNanos();
        if (last != null && (isFresh || !last.isDone())) {
            return last;
        }
        askedAt = nanoseconds.getAsLong();
        CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(this::ask, executor);
        latest = next;
        return next;
    }

    private boolean ask() {
        try {
            question.run();
            return true;
        } catch (RuntimeException unavailable) {
            return false;
        }
    }
}
