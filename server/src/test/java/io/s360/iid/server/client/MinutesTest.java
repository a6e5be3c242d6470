package io.s360.iid.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.s360.iid.server.FakeClock;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class MinutesTest {

    @Test
    void passEvenlyWhateverTheClockOfTheMachineSays() {
        TimeMeter time = Minutes.timeOf(InstantSource.system());

        long before = System.nanoTime();
        long now = time.currentTimeNanos();

        assertThat(now - before).isBetween(0L, System.nanoTime() - before);
    }

    @Test
    void passByAClockThatIsGiven() {
        FakeClock clock = FakeClock.at("2026-01-15T08:00:00Z");
        Minutes minutes = new Minutes(clock);
        minutes.take("A", 1);
        clock.advance(Duration.ofSeconds(59));
        assertThat(minutes.waitOf("A")).contains(Duration.ofSeconds(1));

        clock.advance(Duration.ofSeconds(1));

        assertThat(minutes.waitOf("A")).isEmpty();
    }
}
