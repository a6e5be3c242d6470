package io.s360.iid.server.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many who begin at the same moment. */
public final class Crowd implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "crowd");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins all of it at once, and returns when all of it is done. */
    public void atOnce(List<? extends Runnable> work) {
        finish(begin(work));
    }

    /** Begins all of it at once. */
    public List<Future<?>> begin(List<? extends Runnable> work) {
        CyclicBarrier together = new CyclicBarrier(work.size());
        List<Future<?>> begun = new ArrayList<>();
        work.forEach(one -> begun.add(threads.submit(() -> {
            await(together);
            one.run();
        })));
        return begun;
    }

    /** Returns when all of it is done. */
    public void finish(List<Future<?>> begun) {
        for (Future<?> one : begun) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new AssertionError(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
    }

    /** The same work, so many times. */
    public static List<Runnable> times(int number, Runnable work) {
        return IntStream.range(0, number).mapToObj(index -> work).toList();
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (BrokenBarrierException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
