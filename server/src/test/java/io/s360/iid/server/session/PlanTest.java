package io.s360.iid.server.session;

import static io.s360.iid.server.session.SessionsForTests.CLIENT;
import static io.s360.iid.server.session.SessionsForTests.SETTINGS;
import static io.s360.iid.server.session.SessionsForTests.aPerson;
import static io.s360.iid.server.session.SessionsForTests.aText;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.store.CountedPostgres;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With 100,000 sessions, nearly all of them over, no statement reads a whole table. PostgreSQL counts for itself. */
class PlanTest {

    private static final Caller CALLER = new Caller(CLIENT, true);

    private static CountedPostgres database;

    @BeforeAll
    static void open() {
        database = CountedPostgres.open();
        database.execute("""
                insert into parent_session
                select gen_random_uuid(), md5(n::text), gen_random_uuid(), 'a', 'b', 'c', 'd', 'SOP3', null, null, null, null,
                    'en', t, t + interval '1 hour', t + interval '12 hours', null, null, null
                from (select n, now() - n * interval '3 second' t from generate_series(1, 50000) n) numbers
                """);
        database.execute("insert into child_session select gen_random_uuid(), id, '" + CLIENT
                + "', created_at, expires_at, max_expires_at, null, null, null, 0 from parent_session");
        database.execute("analyze");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void readsNoWholeTable() {
        SessionStore store = database.store();
        SessionIds ids = new RandomSessionIds();
        ParentSessions parents = new ParentSessions(store, ids, SETTINGS);
        ChildSessions children = new ChildSessions(store, ids, SETTINGS);
        int before = database.wholeTablesRead();

        for (int time = 0; time < 8; time++) {
            SessionToken token = parents.create(aPerson()).token();
            parents.get(CALLER, token);
            UUID child = children.create(CALLER, token).id();
            children.get(CALLER, token, child);
            database.waitUntilDue(child);
            children.refresh(CALLER, token, child);
            new Messages(store, ids, SETTINGS).add(CALLER, token, child, List.of(aText(null)));
            children.logout(CALLER, token, child);
            parents.end(token, EndReason.LOGOUT);
            Instant now = store.now();
            store.endChildrenOf(CLIENT, new Lifespan.Ending(now, EndReason.CLIENT_DISABLED), now, 100);
        }
        new Tombstones(store, SETTINGS).sweep();

        assertThat(database.wholeTablesRead()).isEqualTo(before);
    }
}
