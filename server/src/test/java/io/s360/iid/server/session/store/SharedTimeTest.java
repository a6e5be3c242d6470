package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionStore.ChildLimits;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.server.session.SessionStore.Opening;
import io.s360.iid.server.session.SessionsForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where instances share a database its time decides, whatever an instance believes, and however long it has waited. */
class SharedTimeTest {

    private static final Duration LONG = Duration.ofMinutes(30);

    private static TestDatabase database;
    private static SessionStore store;

    @BeforeAll
    static void open() {
        database = TestDatabase.inPostgres();
        store = database.storeOfItsOwnTime();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void looksAtTheTimeOfTheDatabase() {
        ParentSession parent = aParentUntil(store.now().plus(LONG));
        Instant before = database.query(
                        "select date_trunc('milliseconds', clock_timestamp())", java.sql.Timestamp.class)
                .toInstant();

        Instant at = store.look(parent.token()).orElseThrow().at();

        assertThat(at).isBetween(before, store.now());
    }

    /** As after a long wait for a row, or on an instance whose look is old. */
    @Test
    void changesNothingWhoseTimeHasPassedSinceTheLook() {
        Instant expiry = store.now().minusMillis(1);
        Instant look = expiry.minusSeconds(1);
        ParentSession alive = aParentUntil(store.now().plus(LONG));
        ChildSession over = aChildOf(alive, expiry);
        ParentSession parentOver = aParentUntil(expiry);
        Extension later = new Extension(look, look.plus(LONG));

        assertThat(store.refreshChild(over.id(), later, later, look)).isEmpty();
        assertThat(store.endChild(over.id(), new Lifespan.Ending(look, EndReason.LOGOUT)))
                .isFalse();
        assertThat(store.endParent(parentOver.id(), new Lifespan.Ending(look, EndReason.LOGOUT)))
                .isFalse();
        assertThat(store.addMessages(
                        over.id(),
                        List.of(UUID.randomUUID()),
                        List.of(new NewMessage("INFO", "a", "b", null)),
                        9,
                        look))
                .isEmpty();
        assertThat(store.openChild(unkept(parentOver, look.plus(LONG)), later, new ChildLimits(9, 9)))
                .isEqualTo(Opening.PARENT_NOT_ACTIVE);

        assertThat(store.findChild(over.id())).contains(over);
        assertThat(store.findParent(parentOver.token())).contains(parentOver);
    }

    private static ParentSession aParentUntil(Instant expiry) {
        ParentSession parent = SessionsForTests.aParent(until(expiry));
        assertThat(store.addParent(parent)).isTrue();
        return parent;
    }

    private static ChildSession aChildOf(ParentSession parent, Instant expiry) {
        ChildSession child = unkept(parent, expiry);
        assertThat(store.addChild(child)).isTrue();
        return child;
    }

    private static ChildSession unkept(ParentSession parent, Instant expiry) {
        return SessionsForTests.aChildOf(parent, until(expiry));
    }

    private static Lifespan until(Instant expiry) {
        return new Lifespan(expiry.minus(LONG), expiry, expiry.plus(LONG), null, null);
    }
}
