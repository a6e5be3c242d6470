package io.s360.iid.server.session.store;

import io.s360.iid.server.session.SessionStore;
import java.util.UUID;

/** A store in PostgreSQL with one connection, whose round trips are counted. */
public final class CountedPostgres implements AutoCloseable {

    private final TestDatabase database;

    private CountedPostgres(TestDatabase database) {
        this.database = database;
    }

    public static CountedPostgres open() {
        String url = TestPostgres.shared().newDatabase();
        TestDatabase.at(url, 2).migrated().close();
        return new CountedPostgres(TestDatabase.at(url + "&socketFactory=" + WireCount.class.getName(), 1));
    }

    public SessionStore store() {
        return database.storeOfItsOwnTime();
    }

    public int roundTrips() {
        return WireCount.trips();
    }

    /** How often the tables of the sessions have been read from one end to the other, up to now. */
    public int wholeTablesRead() {
        database.query("select pg_stat_force_next_flush()", Object.class);
        return database.query(
                "select sum(seq_scan) from pg_stat_user_tables where relname in ('parent_session', 'child_session')",
                Integer.class);
    }

    /** Makes the parent so old that a refresh extends it, too; and keeps the pool from asking whether all is well. */
    public void waitUntilDue(UUID child) {
        database.execute("update parent_session set created_at = created_at - interval '1 hour',"
                + " last_extended_at = last_extended_at - interval '1 hour'"
                + " where id = (select parent_id from child_session where id = '" + child + "')");
    }

    public void execute(String sql) {
        database.execute(sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
