package io.s360.iid.server.session.store;

import io.s360.iid.server.session.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database behind the tables.
 *
 * @param shared whether several processes may use it: it takes several statements as one message, which is one transaction
 *     then. Else it is a file, or the memory, of this process
 * @param writers whose turn it is to change something
 */
record Database(JdbcOperations operations, JdbcClient client, StoreClock clock, boolean shared, Turn writers) {

    /** How long H2 waits by default, which covers what an operating system takes to bring a file to the disk. */
    private static final Duration USUAL_RETENTION = Duration.ofSeconds(45);

    /**
     * Into the file of one process, one caller writes at a time. H2 writes a commit down with whatever else is going on, table
     * by table: if it is killed then, a row and its index, or a row and the record of who has it, can be of different moments.
     */
    static Database of(JdbcOperations operations, StoreClock clock, boolean shared) {
        Turn writers = new Turn(shared ? Integer.MAX_VALUE : 1, Turn.PATIENCE);
        return new Database(operations, JdbcClient.create(operations), clock, shared, writers);
    }

    /**
     * Uses again at once what earlier processes have left behind in the file. H2 waits until it is sure to be on the disk, and
     * longer than a process lives that is killed again and again: the file would grow, and each start take longer.
     */
    void reuseSpace() {
        if (!shared) {
            operations.execute("checkpoint sync");
            operations.execute("set retention_time 0");
            operations.execute("set retention_time " + USUAL_RETENTION.toMillis());
        }
    }

    /** Writes down that a session of a table has expired by an instant, if it has; waits for whoever has its row. */
    boolean expire(String table, UUID id, Instant at) {
        return client.sql("update " + table + " s set ended_at = s.expires_at, end_reason = :reason"
                                + " where s.id = :id and s.ended_at is null and s.expires_at <= :at")
                        .param("reason", EndReason.EXPIRED.name())
                        .param("id", id)
                        .param("at", Columns.toColumn(at))
                        .update()
                == 1;
    }

    /**
     * Deletes some of what is over. Finds it first and then deletes what it has found: in one statement, H2 would look for all
     * of it again for each row.
     *
     * @param over finds ids that have expired {@code :by} an instant, {@code :atMost} so many
     */
    int forget(String table, String over, Instant expiredBy, int atMost) {
        List<UUID> ids = client.sql(over)
                .param("by", Columns.toColumn(expiredBy))
                .param("atMost", atMost)
                .query(UUID.class)
                .list();
        return ids.isEmpty()
                ? 0
                : client.sql("delete from " + table + " where expires_at <= :by and id in (:ids)")
                        .param("by", Columns.toColumn(expiredBy))
                        .param("ids", ids)
                        .update();
    }

    <T> Script.Outcome<T> run(Script<T> script, Map<String, @Nullable Object> parameters) {
        return script.run(operations, shared, parameters);
    }
}
