package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s360.iid.server.proof.Crowd;
import io.s360.iid.server.session.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    private static final UUID ROW = UUID.randomUUID();
    private static final int CALLERS = 20;

    private final Crowd crowd = new Crowd();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        crowd.close();
    }

    /** Also where the one who has just been served wants to be served again. */
    @Test
    void comeInTheOrderOfTheCallers() throws Exception {
        Turns turns = new Turns(Duration.ofMinutes(1));
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> first = crowd.begin(List.of(() -> {
            turns.take(ROW, this::hold);
            turns.take(ROW, () -> served.add(CALLERS));
        }));
        held.await();
        for (int number = 0; number < CALLERS; number++) {
            int caller = number;
            Thread thread = new Thread(() -> turns.take(ROW, () -> served.add(caller)));
            thread.start();
            awaitWaiting(thread);
        }

        release.countDown();
        crowd.finish(first);

        assertThat(served)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, CALLERS).boxed().toList());
    }

    @Test
    void areOfOneRowOnly() throws Exception {
        Turns turns = new Turns(Duration.ofMinutes(1));
        crowd.begin(List.of(() -> turns.take(ROW, this::hold)));
        held.await();

        assertThat(turns.take(UUID.randomUUID(), () -> "done")).isEqualTo("done");
    }

    @Test
    void areNotWaitedForWithoutEnd() throws Exception {
        Turns turns = new Turns(Duration.ofMillis(50));
        crowd.begin(List.of(() -> turns.take(ROW, this::hold)));
        held.await();

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> turns.take(ROW, () -> "done"));
    }

    @Test
    void areGivenOnByWhoeverFails() {
        Turns turns = new Turns(Duration.ofMillis(50));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> turns.take(ROW, () -> {
                    throw new IllegalStateException("failed");
                }));

        crowd.atOnce(List.of(() -> assertThat(turns.take(ROW, () -> "done")).isEqualTo("done")));
    }

    private boolean hold() {
        held.countDown();
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
