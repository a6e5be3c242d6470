package io.s360.iid.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final int MANY = 10_000;

    private final Faults faults = new Faults();

    @Test
    void hitsTheShareThatItIsTold() {
        faults.set(FaultPlan.of("answer=503, rate=0.3"));

        assertThat(next(MANY).stream().filter(mishap -> mishap.answer() != null).count())
                .isCloseTo((long) (MANY * 0.3), within(150L));
    }

    @Test
    void hitsTheSameRequestsForTheSameSeedAndOthersForAnother() {
        faults.set(FaultPlan.of("latency=1ms..60s, connection=reset, rate=0.5, seed=7"));
        List<Mishap> first = next(100);
        faults.set(FaultPlan.of("latency=1ms..60s, connection=reset, rate=0.5, seed=7"));
        List<Mishap> again = next(100);
        faults.set(FaultPlan.of("latency=1ms..60s, connection=reset, rate=0.5, seed=8"));

        assertThat(again).isEqualTo(first);
        assertThat(next(100)).isNotEqualTo(first);
    }

    @Test
    void hitsTheSameRequestsWhateverElseGoesWrong() {
        faults.set(FaultPlan.of("connection=reset, rate=0.5"));
        List<Breakage> without = next(100).stream().map(Mishap::connection).toList();
        faults.set(FaultPlan.of("latency=1ms..5ms, connection=reset, rate=0.5"));

        assertThat(next(100).stream().map(Mishap::connection)).containsExactlyElementsOf(without);
    }

    @Test
    void startsAgainAfterAReset() {
        FaultPlan own = FaultPlan.of("answer=503, rate=0.5");
        List<Mishap> first = Stream.generate(() -> faults.next(own)).limit(50).toList();

        faults.reset();

        assertThat(Stream.generate(() -> faults.next(own)).limit(50)).containsExactlyElementsOf(first);
        assertThat(faults.next()).isEqualTo(Mishap.none());
    }

    @Test
    void neverLetsPlansOfSingleRequestsMoveThatOfTheTenant() {
        faults.set(FaultPlan.of("answer=503, rate=0.5"));
        List<Mishap> alone = next(50);
        faults.set(FaultPlan.of("answer=503, rate=0.5"));
        FaultPlan own = FaultPlan.of("answer=500, rate=0.5");

        List<Mishap> beside = Stream.generate(() -> {
                    faults.next(own);
                    return faults.next();
                })
                .limit(50)
                .toList();

        assertThat(beside).isEqualTo(alone);
    }

    @Test
    void waitsAsLongAsItIsTold() {
        faults.set(FaultPlan.of("latency=250ms"));
        assertThat(next(100)).extracting(Mishap::delay).containsOnly(Duration.ofMillis(250));

        faults.set(FaultPlan.of("latency=100ms..500ms"));
        List<Long> even = delays();
        assertThat(even.get(0)).isBetween(100L, 105L);
        assertThat(even.get(MANY / 2)).isCloseTo(300L, within(10L));
        assertThat(even.get(MANY - 1)).isBetween(495L, 500L);

        faults.set(FaultPlan.of("latency=p50=80ms,p99=2s"));
        List<Long> longTail = delays();
        assertThat(longTail.get(MANY / 2)).isCloseTo(80L, within(6L));
        assertThat(longTail.get(MANY * 99 / 100)).isCloseTo(2_000L, within(500L));
        assertThat(longTail.get(MANY - 1)).isBetween(3_000L, 60_000L);
    }

    @Test
    void remembersABoundedNumberOfPlans() {
        for (int seed = 0; seed < 1_000; seed++) {
            faults.next(FaultPlan.of("answer=503, rate=0.5, seed=" + seed));
        }

        assertThat(faults.remembered()).isEqualTo(100);
    }

    private List<Long> delays() {
        return next(MANY).stream()
                .map(mishap -> mishap.delay().toMillis())
                .sorted()
                .toList();
    }

    private List<Mishap> next(int number) {
        return Stream.generate(faults::next).limit(number).toList();
    }
}
