package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.s360.iid.server.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SteadyClockTest {

    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(SteadyClock.class);

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final FakeClock wall = FakeClock.at(START.toString());
    private final AtomicLong awake = new AtomicLong(17);
    private final AtomicLong asleep = new AtomicLong(5);
    private final SteadyClock clock = new SteadyClock(wall, awake::get, asleep::get);

    @BeforeEach
    void record() {
        logged.start();
        LOG.addAppender(logged);
    }

    @AfterEach
    void stopRecording() {
        LOG.detachAppender(logged);
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void alarmsOnceHoweverOftenItIsAskedWhileTheClockIsWrong(Duration step) {
        wall.advance(step);
        for (int second = 1; second <= 100; second++) {
            pass(Duration.ofSeconds(1));
            clock.instant();
        }

        assertThat(levels()).containsExactly(Level.ERROR);
    }

    @Test
    void tellsWhenTheClockIsRightAgainAndAlarmsTheNextTime() {
        for (int time = 1; time <= 2; time++) {
            wall.advance(Duration.ofHours(1));
            clock.instant();
            wall.advance(Duration.ofHours(-1));
            clock.instant();
            clock.instant();
        }

        assertThat(levels()).containsExactly(Level.ERROR, Level.WARN, Level.ERROR, Level.WARN);
    }

    @Test
    void alarmsIfTheClockIsBehindWhatHasBeenWritten() {
        clock.startAfter(START.plus(Duration.ofMinutes(10)));
        clock.instant();
        clock.instant();

        assertThat(levels()).containsExactly(Level.ERROR);
    }

    @Test
    void alarmsNobodyForASleepOrALeapSecond() {
        clock.startAfter(START.minusMillis(1));
        asleep.addAndGet(Duration.ofHours(1).toNanos());
        wall.advance(Duration.ofHours(1));
        clock.instant();
        pass(Duration.ofHours(1));
        wall.advance(Duration.ofSeconds(-1));
        clock.instant();

        assertThat(levels()).isEmpty();
    }

    private List<Level> levels() {
        return logged.list.stream().map(ILoggingEvent::getLevel).toList();
    }

    private void pass(Duration time) {
        awake.addAndGet(time.toNanos());
        wall.advance(time);
    }
}
