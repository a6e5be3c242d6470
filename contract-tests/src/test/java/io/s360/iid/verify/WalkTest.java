package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random calls by several clients for several people, with time passing between them: mock and server stay alike. */
class WalkTest {

    private static final long SEED = 20260115;
    private static final int STEPS = 3_000;
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(59),
            Duration.ofMinutes(1),
            Duration.ofMinutes(14),
            Duration.ofMinutes(15).minusMillis(1),
            Duration.ofMinutes(15));

    private final Contract contract = ContractReader.readBundled();
    private final Random random = new Random(SEED);
    private final AdjustableClock clock = new AdjustableClock();

    @Test
    void mockAndServerAgreeAfterEveryStep() {
        try (HouseTargets house = HouseTargets.start(contract, clock);
                Stage mock = new Stage(house.mock());
                Stage server = new Stage(house.server())) {
            Walker walker = new Walker(contract, Cast.ofDemo(contract), random);
            List<String> story = new ArrayList<>();

            for (int step = 0; step < STEPS; step++) {
                clock.advance(pick(PAUSES));
                Walker.Step next = walker.next();
                Exchange inMock = mock.send(next.inMock());
                Exchange inServer = server.send(next.inServer());
                walker.learn(next, inMock.response(), inServer.response());
                story.add(step + " at " + clock.instant() + ": "
                        + next.inServer().target() + " " + next.inServer().text() + " -> "
                        + inServer.response().status());

                assertThat(Likeness.of(inServer.response()))
                        .as("seed %s, the last steps:%n%s", SEED, String.join("\n", tail(story)))
                        .isEqualTo(Likeness.of(inMock.response()));
            }
            assertThat(walker.seen())
                    .as("every operation met success and refusal")
                    .containsAll(walker.hopedFor());
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> tail(List<String> story) {
        return story.subList(Math.max(0, story.size() - 12), story.size());
    }
}
