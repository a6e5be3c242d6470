package io.s360.iid.server.session.store;

import io.s360.iid.server.session.SessionStore;

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

    /** Makes all parents so old that a refresh extends them, too; and keeps the pool from asking whether all is well. */
    public void waitUntilDue() {
        database.execute("update parent_session set created_at = created_at - interval '1 hour',"
                + " last_extended_at = last_extended_at - interval '1 hour'");
    }

    @Override
    public void close() {
        database.close();
    }
}
