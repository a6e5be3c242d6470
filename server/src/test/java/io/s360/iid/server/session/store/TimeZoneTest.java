package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.server.session.SessionStore.Refreshed;
import io.s360.iid.server.session.SessionsForTests;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever zone a machine is in, and also when the clocks are changed there: nothing dies early, and nothing late. */
class TimeZoneTest {

    /** When clocks are put forward, and twice the same time when they are put back: in Berlin, then in New York. */
    private static final List<Instant> CHANGES = Stream.of(
                    "2026-03-29T00:59:59.999Z",
                    "2026-03-29T01:00:00Z",
                    "2026-10-25T00:30:00Z",
                    "2026-10-25T01:30:00Z",
                    "2026-03-08T06:59:59.999Z",
                    "2026-03-08T07:00:00Z",
                    "2026-11-01T05:30:00Z",
                    "2026-11-01T06:30:00Z")
            .map(Instant::parse)
            .toList();

    private static final Duration IDLE = Duration.ofMinutes(15);
    private static final String ELSEWHERE = "Pacific/Auckland";

    private static String postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void migrate() {
        postgres = TestPostgres.shared().newDatabase();
        TestDatabase.at(postgres, 2).migrated().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Dubai"})
    void changesNoTimeInAFile(String zone) {
        changesNoTime(zone, () -> TestDatabase.in(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Dubai"})
    void changesNoTimeInPostgres(String zone) {
        changesNoTime(zone, () -> TestDatabase.at(postgres, 1));
    }

    private static void changesNoTime(String zone, Supplier<TestDatabase> opening) {
        List<ChildSession> children =
                CHANGES.stream().map(TimeZoneTest::aChildThatExpiresAt).toList();

        in(zone, opening, store -> {
            children.forEach(child -> keep(store, child));
            assertThat(children).allSatisfy(child -> {
                assertThat(store.findChild(child.id())).contains(child);
                assertDiesAtItsExpiry(store, child);
            });
        });

        in(
                ELSEWHERE,
                opening,
                store -> assertThat(children)
                        .allSatisfy(child -> assertThat(store.findChild(child.id()))
                                .map(ChildSession::lifespan)
                                .map(Lifespan::expiresAt)
                                .contains(justBefore(child).plus(IDLE))));
    }

    private static void assertDiesAtItsExpiry(SessionStore store, ChildSession child) {
        assertThat(refresh(store, child, child.lifespan().expiresAt())).isEmpty();
        assertThat(refresh(store, child, justBefore(child)))
                .hasValueSatisfying(times -> assertThat(times.child().expiresAt())
                        .isEqualTo(justBefore(child).plus(IDLE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Dubai"})
    void readsTheTimeOfPostgresAsItIs(String zone) {
        in(zone, () -> {
            try (TestDatabase database = TestDatabase.at(postgres, 1)) {
                SessionStore store = database.storeOfItsOwnTime();
                Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

                assertThat(store.now()).isBetween(before, Instant.now());
            }
        });
    }

    /** Does something with a store that is opened, and closed again, on a machine in a zone. */
    private static void in(String zone, Supplier<TestDatabase> opening, Consumer<SessionStore> work) {
        in(zone, () -> {
            try (TestDatabase database = opening.get()) {
                work.accept(database.store(InstantSource.system()));
            }
        });
    }

    private static void in(String zone, Runnable work) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
        DateTimeUtils.resetCalendar(); // H2 asks for the zone once in a process.
        try {
            work.run();
        } finally {
            TimeZone.setDefault(before);
            DateTimeUtils.resetCalendar();
        }
    }

    private static void keep(SessionStore store, ChildSession child) {
        assertThat(store.addParent(child.parent())).isTrue();
        assertThat(store.addChild(child)).isTrue();
    }

    private static Optional<Refreshed> refresh(SessionStore store, ChildSession child, Instant at) {
        Extension extension = new Extension(at, at.plus(IDLE));
        return store.refreshChild(child.id(), extension, extension, Instant.EPOCH);
    }

    private static Instant justBefore(ChildSession child) {
        return child.lifespan().expiresAt().minusMillis(1);
    }

    private static ChildSession aChildThatExpiresAt(Instant expiry) {
        return SessionsForTests.aChildOf(SessionsForTests.aParent(until(expiry.plus(IDLE))), until(expiry));
    }

    private static Lifespan until(Instant expiry) {
        return new Lifespan(expiry.minus(IDLE), expiry, expiry.plus(Duration.ofHours(8)), null, null);
    }
}
