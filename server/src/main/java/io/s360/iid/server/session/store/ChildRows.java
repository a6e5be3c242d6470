package io.s360.iid.server.session.store;

import static io.s360.iid.server.session.store.Columns.toColumn;
import static io.s360.iid.server.session.store.Columns.uuid;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.SessionStore.ChildLimits;
import io.s360.iid.server.session.SessionStore.Extension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the child sessions. */
final class ChildRows {

    private static final String UNENDED = " ended_at is null and expires_at > :at ";
    private static final String ACTIVE = UNENDED + """
            and exists (select 1 from parent_session p
                where p.id = child_session.parent_id and p.ended_at is null and p.expires_at > :at)
            """;

    private final JdbcClient jdbc;

    ChildRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ChildSession> find(UUID id) {
        return jdbc.sql(
                        "select c.id c_id, c.client_id c_client_id, c.created_at c_created_at, c.expires_at c_expires_at,"
                                + " c.max_expires_at c_max_expires_at, c.last_extended_at c_last_extended_at,"
                                + " c.ended_at c_ended_at, c.end_reason c_end_reason, "
                                + ParentRows.SELECTED
                                + " from child_session c join parent_session p on p.id = c.parent_id where c.id = :id")
                .param("id", id)
                .query((row, number) -> toChild(row))
                .optional();
    }

    boolean add(ChildSession child) {
        try {
            return jdbc.sql("""
                            insert into child_session (id, parent_id, client_id, created_at, expires_at, max_expires_at,
                                last_extended_at, ended_at, end_reason)
                            values (:id, :parentId, :clientId, :createdAt, :expiresAt, :maxExpiresAt,
                                :lastExtendedAt, :endedAt, :endReason)
                            """).params(toColumns(child)).update() == 1;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    /** Exact only while the row of the parent is held. */
    boolean hasRoom(UUID parentId, String clientId, Instant at, ChildLimits limits) {
        return jdbc.sql(
                        "select count(*) of_all, coalesce(sum(case when client_id = :clientId then 1 else 0 end), 0) own"
                                + " from child_session where parent_id = :parentId and"
                                + UNENDED)
                .param("parentId", parentId)
                .param("clientId", clientId)
                .param("at", toColumn(at))
                .query((row, number) ->
                        row.getInt("of_all") < limits.perParent() && row.getInt("own") < limits.perClient())
                .single();
    }

    boolean extend(UUID id, Extension extension) {
        return jdbc.sql("""
                                update child_session
                                set expires_at = greatest(expires_at, least(:until, max_expires_at)), last_extended_at = :at
                                where id = :id and
                                """ + ACTIVE)
                        .param("id", id)
                        .param("at", toColumn(extension.at()))
                        .param("until", toColumn(extension.until()))
                        .update()
                == 1;
    }

    boolean end(UUID id, Lifespan.Ending ending) {
        return end("id", id, ending) == 1;
    }

    void endAllUnder(UUID parentId, Lifespan.Ending ending) {
        jdbc.sql("update child_session set ended_at = :at, end_reason = :reason where parent_id = :parentId and"
                        + UNENDED)
                .param("parentId", parentId)
                .param("at", toColumn(ending.at()))
                .param("reason", ending.reason().name())
                .update();
    }

    int endAllOf(String clientId, Lifespan.Ending ending) {
        return end("client_id", clientId, ending);
    }

    private int end(String column, Object value, Lifespan.Ending ending) {
        return jdbc.sql("update child_session set ended_at = :at, end_reason = :reason where " + column
                        + " = :value and" + ACTIVE)
                .param("value", value)
                .param("at", toColumn(ending.at()))
                .param("reason", ending.reason().name())
                .update();
    }

    /** Takes room for messages in an active child; returns how many messages it then has, or empty if there is no room. */
    Optional<Integer> countUp(UUID id, int messages, int limit, Instant at) {
        int counted = jdbc.sql("update child_session set message_count = message_count + :messages"
                        + " where id = :id and message_count + :messages <= :limit and"
                        + ACTIVE)
                .param("id", id)
                .param("messages", messages)
                .param("limit", limit)
                .param("at", toColumn(at))
                .update();
        return counted == 0
                ? Optional.empty()
                : jdbc.sql("select message_count from child_session where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .optional();
    }

    int forget(Instant expiredBy, int atMost) {
        return jdbc.sql("""
                        delete from child_session where id in (
                            select c.id from child_session c where c.expires_at <= :by limit :atMost)
                        """)
                .param("by", toColumn(expiredBy))
                .param("atMost", atMost)
                .update();
    }

    private static ChildSession toChild(ResultSet row) throws SQLException {
        return new ChildSession(
                uuid(row, "c_id"),
                ParentRows.toParent(row),
                Columns.text(row, "c_client_id"),
                Columns.toLifespan(row, "c_"));
    }

    private static Map<String, @Nullable Object> toColumns(ChildSession child) {
        Map<String, @Nullable Object> columns = new HashMap<>(Columns.toColumns(child.lifespan()));
        columns.put("id", child.id());
        columns.put("parentId", child.parent().id());
        columns.put("clientId", child.clientId());
        return columns;
    }
}
