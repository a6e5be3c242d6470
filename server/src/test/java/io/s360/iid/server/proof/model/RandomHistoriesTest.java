package io.s360.iid.server.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.FakeClock;
import io.s360.iid.server.proof.Scale;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.SessionSettings;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.Tombstones;
import io.s360.iid.server.session.store.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Through long random histories, the sessions on each store do what a small model does. */
class RandomHistoriesTest {

    private static final long SEED = Long.getLong("s360.prove.seed", 360);
    private static final int STEPS_OF_ONE = 150;
    private static final SessionSettings SETTINGS = settings(4);

    private static SessionSettings settings(int messages) {
        return new SessionSettings(
                new Lifespan.Limits(Duration.ofMinutes(30), Duration.ofHours(12)),
                Duration.ofMinutes(1),
                new Lifespan.Limits(Duration.ofMinutes(15), Duration.ofHours(8)),
                Duration.ofHours(36),
                Duration.ofHours(20),
                2,
                3,
                messages);
    }

    @Test
    void agreeWithTheModelOnTheEmbeddedStore() {
        try (TestDatabase database = TestDatabase.inMemory()) {
            walk("embedded store", database, Scale.of(9_000, 1_000_000));
        }
    }

    @Test
    void agreeWithTheModelOnPostgres() {
        try (TestDatabase database = TestDatabase.inPostgres()) {
            walk("PostgreSQL", database, Scale.of(3_000, 1_000_000));
        }
    }

    /** Else an agreement would say nothing. */
    @Test
    void differFromAModelThatAllowsOneMessageMore() {
        try (TestDatabase database = TestDatabase.inMemory()) {
            FakeClock clock = FakeClock.at("2026-01-15T08:00:00Z");
            SessionStore store = database.store(clock);
            String difference = "";
            for (int number = 0; number < 100 && difference.isEmpty(); number++) {
                RandomHistory history = history(SEED + number, settings(5), store, clock);
                history.run(STEPS_OF_ONE);
                difference = history.difference();
            }

            assertThat(difference).contains("got MessageLimitReached after ");
        }
    }

    private static RandomHistory history(long seed, SessionSettings model, SessionStore store, FakeClock clock) {
        return new RandomHistory(
                seed,
                new Model(model, clock::instant),
                new RealSessions(store, SETTINGS),
                clock,
                new Tombstones(store, SETTINGS));
    }

    private static void walk(String name, TestDatabase database, int steps) {
        FakeClock clock = FakeClock.at("2026-01-15T08:00:00Z");
        SessionStore store = database.store(clock);
        int done = 0;
        for (int number = 0; done < steps; number++, done += STEPS_OF_ONE) {
            RandomHistory history = history(SEED + number, SETTINGS, store, clock);
            history.run(STEPS_OF_ONE);
            assertThat(history.difference())
                    .as("-Ds360.prove.seed=%d", SEED + number)
                    .isEmpty();
        }
        Scale.tell("random histories on the %s: %d steps from seed %d, no difference to the model", name, done, SEED);
    }
}
