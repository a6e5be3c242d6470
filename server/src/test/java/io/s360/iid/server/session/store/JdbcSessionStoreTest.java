package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s360.iid.server.FakeClock;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionStoreContract;
import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.session.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

class JdbcSessionStoreTest {

    private static final FakeClock CLOCK = FakeClock.at("2026-01-15T08:00:00Z");

    @Nested
    class InMemory extends SessionStoreContract {

        private TestDatabase database;

        @BeforeEach
        void open() {
            database = TestDatabase.inMemory();
        }

        @AfterEach
        void close() {
            database.close();
        }

        @Override
        protected SessionStore store() {
            return database.store(CLOCK);
        }

        @Override
        protected List<NewMessage> messagesOf(UUID childId) {
            return database.messagesOf(childId);
        }

        @Test
        void saysThatItIsUnavailableWhenItsTablesAreGone() {
            SessionStore store = database.store(CLOCK);
            database.execute("drop table disabled_client");

            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(store::disabledClients);
        }

        @Test
        void saysThatItIsUnavailableWhenARowCannotBeRead() {
            database.execute("insert into parent_session values (random_uuid(), '"
                    + new SessionToken("t").hash().hex()
                    + "', random_uuid(), '', '', '', '', '', null, null, null, null, 'en',"
                    + " current_timestamp, current_timestamp, current_timestamp, null, current_timestamp, 'BY_MAGIC')");

            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> database.store(CLOCK).findParent(new SessionToken("t").hash()));
        }

        /** Each is what was written last, by a process whose clock was right. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update parent_session set created_at = %s",
                    "update parent_session set last_extended_at = %s",
                    "update parent_session set ended_at = %s, end_reason = 'LOGOUT'",
                    "update child_session set created_at = %s",
                    "update child_session set last_extended_at = %s",
                    "update child_session set ended_at = %s, end_reason = 'LOGOUT'"
                })
        void goesOnFromWhatWasWrittenLast(String lastDeed) {
            Instant written = CLOCK.instant().plusSeconds(3600);
            database.execute(
                    "insert into parent_session select random_uuid(), '', random_uuid(), '', '', '', '', '', null,"
                            + " null, null, null, 'en', t, t, t, null, null, null"
                            + " from (values (timestamp with time zone '" + CLOCK.instant() + "')) time (t)");
            database.execute("insert into child_session select random_uuid(), id, 'A', created_at, expires_at,"
                    + " max_expires_at, null, null, null, 0 from parent_session");
            database.execute(lastDeed.formatted("timestamp with time zone '" + written + "'"));
            AtomicLong nanos = new AtomicLong();
            JdbcSessionStore store = storeOn(database.dataSource(), new SteadyClock(CLOCK, nanos::get, () -> 0));
            assertThat(store.now()).isEqualTo(CLOCK.instant());

            store.takeOver();
            nanos.addAndGet(5_000_000);

            assertThat(store.now()).isEqualTo(written.plusMillis(5));
        }

        @Test
        void learnsNothingFromNothing() {
            JdbcSessionStore store = storeOn(database.dataSource(), new SteadyClock(CLOCK, () -> 0, () -> 0));

            store.takeOver();

            assertThat(store.now()).isEqualTo(CLOCK.instant());
        }
    }

    @Nested
    class InAFile extends SessionStoreContract {

        @TempDir
        private Path folder;

        private TestDatabase database;

        @BeforeEach
        void open() {
            database = TestDatabase.in(folder);
        }

        @AfterEach
        void close() {
            database.close();
        }

        @Override
        protected SessionStore store() {
            return database.store(CLOCK);
        }

        @Override
        protected List<NewMessage> messagesOf(UUID childId) {
            return database.messagesOf(childId);
        }

        @Test
        void keepsWhatItHasWhenItIsOpenedAgain() {
            store().disableClient("A", Instant.EPOCH);
            database.close();

            database = TestDatabase.in(folder);

            assertThat(store().disabledClients()).isEqualTo(Set.of("A"));
        }
    }

    @Nested
    class InPostgres extends SessionStoreContract {

        private static TestDatabase database;

        @BeforeAll
        static void open() {
            database = TestDatabase.inPostgres();
        }

        @AfterAll
        static void close() {
            database.close();
        }

        @AfterEach
        void clear() {
            database.execute("truncate parent_session, child_session, message, disabled_client");
        }

        @Override
        protected SessionStore store() {
            return database.store(CLOCK);
        }

        @Override
        protected List<NewMessage> messagesOf(UUID childId) {
            return database.messagesOf(childId);
        }
    }

    @Test
    void saysThatItIsUnavailableWithoutAConnection() {
        SessionStore store = storeOn(
                new AbstractDataSource() {
                    @Override
                    public Connection getConnection() throws SQLException {
                        throw new SQLTransientConnectionException("gone");
                    }

                    @Override
                    public Connection getConnection(String user, String password) throws SQLException {
                        return getConnection();
                    }
                },
                CLOCK);

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(store::disabledClients);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(
                        () -> store.endParent(new UUID(0, 0), new Lifespan.Ending(Instant.EPOCH, EndReason.LOGOUT)));
    }

    private static JdbcSessionStore storeOn(DataSource source, InstantSource clock) {
        return new JdbcSessionStore(
                Database.of(new JdbcTemplate(source), StoreClock.ofProcess(clock), false), () -> true);
    }
}
