package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s360.iid.server.FakeClock;
import io.s360.iid.server.session.Caller;
import io.s360.iid.server.session.ChildSessions;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.RandomSessionIds;
import io.s360.iid.server.session.SessionSettings;
import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.session.StoreUnavailable;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database of the first version is taken over with its sessions; one that is in no known state is not. */
class MigrationTest {

    private static final SessionSettings SETTINGS = new SessionSettings(
            new Lifespan.Limits(Duration.ofMinutes(30), Duration.ofHours(12)),
            Duration.ofMinutes(1),
            new Lifespan.Limits(Duration.ofMinutes(15), Duration.ofHours(8)),
            Duration.ofHours(36),
            Duration.ofHours(36),
            5,
            32,
            200);
    private static final UUID CHILD = UUID.fromString("fa44b0c4-fb2d-43c3-bb65-345ad2a8be11");

    private final FakeClock clock = FakeClock.at("2026-01-15T08:00:00Z");

    static Stream<Named<Supplier<TestDatabase>>> databases() {
        return Stream.of(
                Named.of("embedded", TestDatabase::emptyInMemory),
                Named.of("PostgreSQL", TestDatabase::emptyInPostgres));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsTheSessionsOfTheFirstVersion(Supplier<TestDatabase> databases) {
        try (TestDatabase database = databases.get()) {
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .target("1")
                    .load()
                    .migrate();
            database.execute(
                    "insert into parent_session values ('00000000-0000-4000-8000-000000000001', '"
                            + new SessionToken("t").hash().hex()
                            + "', '00000000-0000-4000-8000-000000000002', 'a', 'b', 'c', 'd', 'SOP3', null, null, null, null, 'en',"
                            + " '2026-01-15 07:59:00+00', '2026-01-15 08:29:00+00', '2026-01-15 19:59:00+00', null, null, null)");
            database.execute("insert into child_session values ('" + CHILD
                    + "', '00000000-0000-4000-8000-000000000001', 'A', '2026-01-15 07:59:00+00',"
                    + " '2026-01-15 08:14:00+00', '2026-01-15 15:59:00+00', null, null, null, 3)");

            database.migrated();

            ChildSessions children = new ChildSessions(database.store(clock), new RandomSessionIds(), SETTINGS);
            Caller caller = new Caller("A", true);
            assertThat(children.refresh(caller, new SessionToken("t"), CHILD)
                            .lifespan()
                            .expiresAt())
                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refusesAMigrationThatWasBrokenOff(Supplier<TestDatabase> databases) {
        try (TestDatabase database = databases.get()) {
            database.migrated();
            database.execute("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '2'");

            assertThatExceptionOfType(FlywayException.class)
                    .isThrownBy(database::migrated)
                    .satisfies(broken -> {
                        assertThat(StoreFailure.mayHeal(broken)).isFalse();
                        assertThat(StoreFailure.explain(broken))
                                .hasValueSatisfying(line -> assertThat(line).contains("docs/store.md"));
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isUnavailableWithoutItsTables(Supplier<TestDatabase> databases) {
        try (TestDatabase database = databases.get()) {
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> database.store(clock).findParent(new SessionToken("t").hash()));
        }
    }
}
