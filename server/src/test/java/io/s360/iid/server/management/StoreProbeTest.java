package io.s360.iid.server.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoreProbeTest {

    private static final Executor AT_ONCE = Runnable::run;
    private static final Executor NEVER = work -> {};

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();

    @Test
    void asksTheStoreOnceForAllWhoAskAtOnce() {
        StoreProbe probe = new StoreProbe(asked::incrementAndGet, AT_ONCE, now::get);

        for (int call = 0; call < 100; call++) {
            assertThat(probe.isReachable()).isTrue();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainAfterAMoment() {
        StoreProbe probe = new StoreProbe(
                () -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new StoreUnavailable("gone", null);
                    }
                },
                AT_ONCE,
                now::get);

        assertThat(probe.isReachable()).isTrue();
        now.addAndGet(Duration.ofMillis(249).toNanos());
        assertThat(probe.isReachable()).isTrue();
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(probe.isReachable()).isFalse();
    }

    @Test
    void waitsForNoStoreLongerThanASecond() {
        StoreProbe probe = new StoreProbe(asked::incrementAndGet, NEVER, now::get);

        assertThat(probe.isReachable()).isFalse();
    }

    @Test
    void asksNothingMoreWhileAQuestionIsOpen() {
        CountDownLatch answer = new CountDownLatch(1);
        StoreProbe probe = new StoreProbe(
                () -> {
                    asked.incrementAndGet();
                    try {
                        answer.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                },
                work -> new Thread(work).start(),
                now::get);

        assertThat(probe.isReachable()).isFalse();
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(probe.isReachable()).isFalse();
        answer.countDown();

        assertThat(asked).hasValue(1);
    }
}
