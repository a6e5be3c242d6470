package io.s360.iid.server;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ordinary traffic, that comes at its own pace whether or not it is answered. */
final class Steady {

    private static final int PER_SECOND = 250;
    private static final Duration IN_TIME = Duration.ofSeconds(1);

    private final HttpClient http;
    private final HttpRequest request;

    Steady(HttpClient http, HttpRequest request) {
        this.http = http;
        this.request = request;
    }

    /**
     * What was answered well and in time.
     *
     * @param median of the times of all of it
     * @param p99 of the same
     */
    record Good(int count, int sent, Duration median, Duration p99) {

        double share() {
            return (double) count / sent;
        }

        @Override
        public String toString() {
            return "%d of %d good, median %.1f ms, p99 %.1f ms"
                    .formatted(count, sent, median.toNanos() / 1e6, p99.toNanos() / 1e6);
        }
    }

    Good goodIn(int seconds) throws InterruptedException {
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        int all = PER_SECOND * seconds;
        CountDownLatch left = new CountDownLatch(all);
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        long every = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        Runnable next = () -> send(times, left);
        ScheduledFuture<?> sending = pace.scheduleAtFixedRate(next, every, every, TimeUnit.NANOSECONDS);
        boolean answered = left.await(seconds + IN_TIME.toSeconds(), TimeUnit.SECONDS);
        sending.cancel(false);
        pace.shutdownNow();
        List<Long> sorted = times.stream().sorted().toList();
        int last = Math.min(sorted.size(), all) - 1;
        if (last < 0) {
            return new Good(0, all, IN_TIME, IN_TIME);
        }
        Duration median = Duration.ofNanos(sorted.get(last / 2));
        Duration p99 = answered ? Duration.ofNanos(sorted.get(last * 99 / 100)) : IN_TIME;
        return new Good(last + 1, all, median, p99);
    }

    private void send(Queue<Long> times, CountDownLatch left) {
        long start = System.nanoTime();
        http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            long took = System.nanoTime() - start;
            if (failure == null && answer.statusCode() == 200 && took < IN_TIME.toNanos()) {
                times.add(took);
            }
            left.countDown();
        });
    }
}
