package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.Look;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionStore.ChildLimits;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.server.session.SessionStore.Opening;
import io.s360.iid.server.session.SessionsForTests;
import io.s360.iid.server.session.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A row that somebody else holds is neither unknown nor over: whoever wants to change it is told of an outage. */
@Timeout(60)
class LockedRowTest {

    private static final Duration LONG = Duration.ofMinutes(30);
    private static final List<NewMessage> MESSAGE = List.of(new NewMessage("INFO", "a", "b", null));

    @Test
    void isAnOutageInTheEmbeddedStore() throws Exception {
        try (TestDatabase database = TestDatabase.inMemory()) {
            isAnOutageToWhoeverWantsToChangeIt(database);
        }
    }

    @Test
    void isAnOutageInPostgres() throws Exception {
        try (TestDatabase database = TestDatabase.inPostgres()) {
            isAnOutageToWhoeverWantsToChangeIt(database);
        }
    }

    private static void isAnOutageToWhoeverWantsToChangeIt(TestDatabase database) throws Exception {
        SessionStore store = database.storeOfItsOwnTime();
        Instant now = store.now();
        ParentSession parent = SessionsForTests.aParent(until(now.plus(LONG)));
        ChildSession child = aChildOf(parent, now.plus(LONG));
        ChildSession overdue = aChildOf(parent, now.minusMillis(1));
        assertThat(store.addParent(parent)).isTrue();
        assertThat(store.addChild(child)).isTrue();
        assertThat(store.addChild(overdue)).isTrue();
        store.disableClient("B", now);
        Map<String, Callable<Object>> changes = changes(store, now, child, overdue);

        try (Connection other = database.connection()) {
            other.setAutoCommit(false);
            lockEverything(other);
            assertThat(outcomes(changes))
                    .hasSize(changes.size())
                    .allSatisfy((change, outcome) -> assertThat(outcome).isInstanceOf(StoreUnavailable.class));
            assertThat(store.findChild(child.id())).as("whoever looks").contains(child);
            other.rollback();
            other.setAutoCommit(true);
        }

        assertThat(store.findChild(child.id())).contains(child);
        for (Callable<Object> change : changes.values()) {
            change.call();
        }
    }

    /** In an order in which all can succeed; each says so. */
    private static Map<String, Callable<Object>> changes(
            SessionStore store, Instant now, ChildSession child, ChildSession overdue) {
        ParentSession parent = child.parent();
        Extension later = new Extension(now, now.plus(LONG));
        Lifespan.Ending ending = new Lifespan.Ending(now, EndReason.LOGOUT);
        Map<String, Callable<Object>> changes = new LinkedHashMap<>();
        changes.put(
                "refresh",
                () -> assertThat(store.refreshChild(child.id(), later, later, now))
                        .isPresent());
        changes.put(
                "messages",
                () -> assertThat(store.addMessages(child.id(), List.of(UUID.randomUUID()), MESSAGE, 9, now))
                        .contains(1));
        changes.put(
                "opening",
                () -> assertThat(store.openChild(aChildOf(parent, now.plus(LONG)), later, new ChildLimits(9, 9)))
                        .isEqualTo(Opening.OPENED));
        changes.put("expiry", () -> {
            store.settleExpiry(new Look(now, parent, overdue, 0));
            return assertThat(store.findChild(overdue.id())
                            .orElseThrow()
                            .lifespan()
                            .ending())
                    .isNotNull();
        });
        changes.put("end", () -> assertThat(store.endChild(child.id(), ending)).isTrue());
        changes.put(
                "end of the parent",
                () -> assertThat(store.endParent(parent.id(), ending)).isTrue());
        changes.put("letting in again", () -> {
            store.enableClient("B");
            return assertThat(store.disabledClients()).hasSize(0);
        });
        return changes;
    }

    private static void lockEverything(Connection connection) throws SQLException {
        for (String table : List.of("parent_session", "child_session", "disabled_client")) {
            connection.createStatement().execute("select * from " + table + " for update");
        }
    }

    /** What each has given, or thrown, all of them at once. */
    private static Map<String, Object> outcomes(Map<String, Callable<Object>> changes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(changes.size());
        try {
            Map<String, Future<Object>> begun = new LinkedHashMap<>();
            changes.forEach((name, change) -> begun.put(name, threads.submit(() -> outcome(change))));
            Map<String, Object> outcomes = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Object>> one : begun.entrySet()) {
                outcomes.put(one.getKey(), one.getValue().get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Object outcome(Callable<Object> change) throws Exception {
        try {
            return change.call();
        } catch (StoreUnavailable | AssertionError told) {
            return told;
        }
    }

    private static ChildSession aChildOf(ParentSession parent, Instant expiry) {
        return SessionsForTests.aChildOf(parent, until(expiry));
    }

    private static Lifespan until(Instant expiry) {
        return new Lifespan(expiry.minus(LONG), expiry, expiry.plus(LONG), null, null);
    }
}
