package io.s360.iid.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionSettings;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionsForTests;
import io.s360.iid.server.session.Tombstones;
import io.s360.iid.server.session.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HouseKeepingTest {

    private static final Lifespan.Limits LIMITS = new Lifespan.Limits(Duration.ofMinutes(15), Duration.ofHours(8));
    private static final Duration PARENTS_REMEMBERED = Duration.ofHours(3);
    private static final Duration CHILDREN_REMEMBERED = Duration.ofHours(1);
    private static final int MORE_THAN_A_BATCH = 230;

    private final FakeClock clock = FakeClock.at("2026-01-15T08:00:00Z");
    private final TestDatabase database = TestDatabase.inPostgres();
    private final SessionStore store = database.store(clock);
    private final HouseKeeping houseKeeping = new HouseKeeping(new Tombstones(store, settings()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void forgetsChildrenAndParentsEachAfterItsOwnTime() {
        ParentSession parent = aParent();
        ChildSession child = aChildOf(parent);
        Instant expiry = child.lifespan().expiresAt();

        clock.moveTo(expiry.plus(CHILDREN_REMEMBERED).minusMillis(1));
        houseKeeping.sweep();
        assertThat(store.findChild(child.id())).isPresent();

        clock.moveTo(expiry.plus(CHILDREN_REMEMBERED));
        houseKeeping.sweep();
        assertThat(store.findChild(child.id())).isEmpty();
        assertThat(store.findParent(parent.token())).isPresent();

        clock.moveTo(expiry.plus(PARENTS_REMEMBERED));
        houseKeeping.sweep();
        assertThat(store.findParent(parent.token())).isEmpty();
    }

    @Test
    void sweepsAllOnSeveralInstancesAtOnce() throws Exception {
        List<ParentSession> parents = IntStream.range(0, MORE_THAN_A_BATCH)
                .mapToObj(number -> aParent())
                .toList();
        parents.forEach(this::aChildOf);
        clock.advance(Duration.ofDays(1));

        ExecutorService instances = Executors.newFixedThreadPool(3);
        try {
            Callable<Integer> sweep = () -> new Tombstones(store, settings()).sweep();
            int swept = 0;
            for (var done : instances.invokeAll(List.of(sweep, sweep, sweep))) {
                swept += done.get();
            }
            houseKeeping.sweep();

            assertThat(swept).isLessThanOrEqualTo(2 * MORE_THAN_A_BATCH);
        } finally {
            instances.shutdown();
        }
        assertThat(parents)
                .allSatisfy(
                        parent -> assertThat(store.findParent(parent.token())).isEmpty());
    }

    @Test
    void triesAgainLaterWhenTheStoreIsUnavailable() {
        database.close();

        assertThatCode(houseKeeping::sweep).doesNotThrowAnyException();
    }

    private static SessionSettings settings() {
        return new SessionSettings(
                LIMITS, Duration.ofMinutes(1), LIMITS, PARENTS_REMEMBERED, CHILDREN_REMEMBERED, 5, 32, 200);
    }

    private ParentSession aParent() {
        ParentSession parent = SessionsForTests.aParent(Lifespan.startingAt(clock.instant(), LIMITS, Instant.MAX));
        assertThat(store.addParent(parent)).isTrue();
        return parent;
    }

    private ChildSession aChildOf(ParentSession parent) {
        ChildSession child = SessionsForTests.aChildOf(parent, parent.lifespan());
        assertThat(store.addChild(child)).isTrue();
        return child;
    }
}
