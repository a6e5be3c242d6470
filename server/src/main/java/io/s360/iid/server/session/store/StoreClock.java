package io.s360.iid.server.session.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose time decides. Where several instances share a database it is the database's, which every statement reads for
 * itself, at the moment when it has the rows that it wants to change; else a clock of this process.
 */
final class StoreClock {

    private static final String DATABASE_TIME = "clock_timestamp()";

    private final @Nullable InstantSource own;

    private StoreClock(@Nullable InstantSource own) {
        this.own = own;
    }

    static StoreClock ofProcess(InstantSource clock) {
        return new StoreClock(clock);
    }

    static StoreClock ofDatabase() {
        return new StoreClock(null);
    }

    /** A further column before those of a look, for {@link #timeOf}. */
    String column() {
        return own == null ? DATABASE_TIME + ", " : "";
    }

    /** A further condition of a transition: an expiry is not only after the look, but still to come. */
    String andStillBefore(String expiry) {
        return own == null ? " and " + expiry + " > " + DATABASE_TIME + " " : " ";
    }

    /** To be called before anything else is read of the look. */
    Instant timeOf(Row look) throws SQLException {
        return toPrecision(own == null ? look.instant() : own.instant());
    }

    /** To be called once the tables are there: what has been written is past. */
    void learnPast(JdbcClient jdbc) {
        if (own instanceof SteadyClock steady) {
            steady.startAfter(jdbc.sql("""
                            select coalesce(max(greatest(created_at, coalesce(last_extended_at, created_at),
                                coalesce(ended_at, created_at))), timestamp with time zone '1970-01-01 00:00:00+00')
                            from (select created_at, last_extended_at, ended_at from parent_session
                                union all select created_at, last_extended_at, ended_at from child_session) written
                            """)
                    .query((columns, number) -> new Row(columns).instant())
                    .single());
        }
    }

    Instant now(JdbcClient jdbc) {
        return own == null
                ? jdbc.sql("select " + DATABASE_TIME)
                        .query((columns, number) -> timeOf(new Row(columns)))
                        .single()
                : toPrecision(own.instant());
    }

    /** That of the contract, so that what is answered is what is kept. */
    private static Instant toPrecision(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
