package io.s360.iid.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.server.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Those who guess at the same time are counted as if one came after the other. */
class KeyGuessesTest {

    private static final String ADDRESS = "192.0.2.7";
    private static final int LIMIT = 20;
    private static final int CALLERS = 64;

    private final AtomicInteger alarms = new AtomicInteger();
    private final KeyGuesses guesses =
            new KeyGuesses(new PerMinute(LIMIT), FakeClock.at("2026-01-15T08:00:00Z"), new CountedAlarm());

    @Test
    void countsExactlyThoseWhoseKeysAreLookedAtTogether() throws Exception {
        CyclicBarrier all = new CyclicBarrier(CALLERS);
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                answers.add(threads.submit(() -> isAnswered(() -> isWrongOnceThereAre(all))));
            }

            int answered = 0;
            for (Future<Boolean> answer : answers) {
                answered += answer.get() ? 1 : 0;
            }
            assertThat(answered).isEqualTo(LIMIT);
        } finally {
            threads.shutdownNow();
        }
        assertThat(alarms).hasValue(1);
    }

    /** Otherwise a burst would try as many keys as there are requests under way, and be told which is right. */
    @Test
    void refusesTheRightKeyThatWasAskedForBeforeTheLastWrongOne() {
        assertThatExceptionOfType(TooManyRequests.class)
                .isThrownBy(() -> authenticates(() -> {
                    failAsOftenAsAllowed();
                    return true;
                }))
                .satisfies(tooMany -> assertThat(tooMany.waitBeforeNext()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void letsTheRightKeyInAfterTheLastFailureButOne() {
        for (int failure = 0; failure < LIMIT - 1; failure++) {
            assertThat(authenticates(() -> false)).isFalse();
        }

        assertThat(authenticates(() -> true)).isTrue();
    }

    private void failAsOftenAsAllowed() {
        for (int failure = 0; failure < LIMIT; failure++) {
            assertThat(authenticates(() -> false)).isFalse();
        }
    }

    private boolean isAnswered(BooleanSupplier key) {
        try {
            return !authenticates(key);
        } catch (TooManyRequests refused) {
            return false;
        }
    }

    private boolean authenticates(BooleanSupplier key) {
        return guesses.guard(new Gate(key), ADDRESS).authenticates("A", "some key");
    }

    private static boolean isWrongOnceThereAre(CyclicBarrier all) {
        try {
            all.await(1, TimeUnit.MINUTES);
            return false;
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private record Gate(BooleanSupplier key) implements ClientGate {

        @Override
        public boolean authenticates(String clientId, String shown) {
            return key.getAsBoolean();
        }

        @Override
        public Optional<Duration> waitBeforeNext(String clientId) {
            return Optional.empty();
        }
    }

    private final class CountedAlarm implements Alarm {

        @Override
        public void keysAreGuessed(String address) {
            alarms.incrementAndGet();
        }

        @Override
        public void tokensAreGuessed(String clientId) {
            throw new AssertionError("Nobody has shown a token");
        }
    }
}
