package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    private final FakeClock wall = FakeClock.at(START.toString());
    private final AtomicLong awake = new AtomicLong(17);
    private final AtomicLong asleep = new AtomicLong(5);
    private final SteadyClock clock = new SteadyClock(wall, awake::get, asleep::get);

    @Test
    void followsTheClockOfTheMachine() {
        pass(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void followsAClockThatIsSlowedDownWithoutGoingBack() {
        for (int second = 1; second <= 5000; second++) {
            Instant before = clock.instant();
            pass(Duration.ofSeconds(1));
            wall.advance(Duration.ofMillis(-1));
            assertThat(clock.instant()).isAfterOrEqualTo(before);
        }

        assertThat(clock.instant()).isEqualTo(wall.instant());
    }

    @Test
    void keepsItsTimeWhenTheClockIsSetForward() {
        wall.advance(Duration.ofHours(1));
        pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void keepsItsTimeWhenTheClockIsSetBack() {
        wall.advance(Duration.ofHours(-1));
        pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void followsAgainWhenTheClockIsRightAgain() {
        wall.advance(Duration.ofHours(1));
        pass(Duration.ofSeconds(5));
        clock.instant();

        wall.advance(Duration.ofHours(-1).plusMillis(200));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(5).plusMillis(200));
    }

    @Test
    void countsWhatTheMachineHasSlept() {
        asleep.addAndGet(Duration.ofHours(1).toNanos());
        wall.advance(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));

        wall.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void beginsAfterWhatHasBeenWritten() {
        Instant written = START.plus(Duration.ofMinutes(10));

        clock.startAfter(written);
        pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(written.plusSeconds(5));
    }

    private void pass(Duration time) {
        awake.addAndGet(time.toNanos());
        wall.advance(time);
    }
}
