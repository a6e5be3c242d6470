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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        SessionStore store = storeOn(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLTransientConnectionException("gone");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        });

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(store::disabledClients);
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(
                        () -> store.endParent(new UUID(0, 0), new Lifespan.Ending(Instant.EPOCH, EndReason.LOGOUT)));
    }

    private static SessionStore storeOn(DataSource source) {
        return new JdbcSessionStore(
                Database.of(new JdbcTemplate(source), StoreClock.ofProcess(CLOCK), false), () -> true);
    }

    @Test
    void saysThatItIsUnavailableWhenARowStaysLocked() throws SQLException {
        try (TestDatabase database = TestDatabase.inMemory()) {
            database.execute("set default_lock_timeout 20");
            database.store(CLOCK).disableClient("A", Instant.EPOCH);
            try (Connection other = database.connection()) {
                other.setAutoCommit(false);
                other.createStatement().execute("delete from disabled_client");

                assertThatExceptionOfType(StoreUnavailable.class)
                        .isThrownBy(() -> database.store(CLOCK).enableClient("A"));
            }
        }
    }
}
