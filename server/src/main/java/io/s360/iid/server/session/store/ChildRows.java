package io.s360.iid.server.session.store;

import static io.s360.iid.server.session.store.Columns.toColumn;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.SessionStore.ChildLimits;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.server.session.SessionStore.Opening;
import io.s360.iid.server.session.SessionStore.Refreshed;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** The table of the child sessions. Where a parent changes, too, its row is taken first. */
final class ChildRows {

    static final String TABLE = "child_session";

    /** No call is under way for so long: it has been told by then that the store is unavailable. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    /** Then nothing is counted. */
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Database database;
    private final Conditions conditions;
    private final Turns turns = new Turns(Turn.PATIENCE);
    private final Script<Boolean> open;
    private final Script<Refreshed> refresh;

    ChildRows(Database database) {
        this.database = database;
        this.conditions = new Conditions(database.clock());
        this.open = open();
        this.refresh = refresh();
    }

    boolean add(ChildSession child) {
        try {
            return database.client().sql("""
                            insert into child_session (id, parent_id, client_id, created_at, expires_at, max_expires_at,
                                last_extended_at, ended_at, end_reason)
                            values (:id, :parentId, :clientId, :createdAt, :expiresAt, :maxExpiresAt,
                                :lastExtendedAt, :endedAt, :endReason)
                            """).params(toColumns(child)).update() == 1;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    /**
     * Counts only once it holds the row of the parent, as all do that open or end something under it. What is overdue is
     * ended before the count, so that no extension that is still under way can bring it back after the count.
     */
    private Script<Boolean> open() {
        return new Script<>(
                (row, number) -> true,
                List.of(
                        "select p.id from parent_session p where p.id = :parentId for update",
                        "update child_session o set ended_at = o.expires_at, end_reason = :expired where o.parent_id = :parentId"
                                + " and o.ended_at is null and o.expires_at <= :at and o.expires_at > :overdueSince",
                        "insert into child_session (id, parent_id, client_id, created_at, expires_at, max_expires_at)"
                                + " select cast(:id as uuid), p.id, cast(:clientId as varchar),"
                                + " cast(:createdAt as timestamp(3) with time zone),"
                                + " cast(:expiresAt as timestamp(3) with time zone),"
                                + " cast(:maxExpiresAt as timestamp(3) with time zone)"
                                + " from parent_session p where p.id = :parentId and " + conditions.unended("p")
                                + " and (:perParent = " + NO_LIMIT + " and :perClient = " + NO_LIMIT
                                + " or exists (select 1 from child_session o where o.parent_id = :parentId"
                                + " and o.ended_at is null and o.expires_at > :at having count(*) < :perParent"
                                + " and count(*) filter (where o.client_id = :clientId) < :perClient))",
                        "update parent_session p"
                                + " set expires_at = greatest(p.expires_at, least(:until, p.max_expires_at)), last_extended_at = :at"
                                + " where p.id = :parentId and exists (select 1 from child_session c where c.id = :id)",
                        "select p.id from parent_session p where p.id = :parentId and " + conditions.unended("p")));
    }

    Opening open(ChildSession child, Extension ofParent, ChildLimits limits) {
        Map<String, @Nullable Object> parameters = toColumns(child);
        parameters.put("at", toColumn(ofParent.at()));
        parameters.put("until", toColumn(ofParent.until()));
        parameters.put("overdueSince", toColumn(ofParent.at().minus(LONGEST_CALL)));
        parameters.put("expired", EndReason.EXPIRED.name());
        parameters.put("perClient", limits.perClient());
        parameters.put("perParent", limits.perParent());
        Script.Outcome<Boolean> outcome = turns.take(child.parent().id(), () -> database.run(open, parameters));
        if (outcome.has(2)) {
            return Opening.OPENED;
        }
        // Active even after the count: then it was so during the count, and the limit was what stood in the way.
        return outcome.has(4) ? Opening.AT_LIMIT : Opening.PARENT_NOT_ACTIVE;
    }

    /** Takes the row of the parent only if the parent is to be extended. Extends it only if the child has been. */
    private Script<Refreshed> refresh() {
        String dueParent = " p.id = (select o.parent_id from child_session o where o.id = :id)"
                + " and coalesce(p.last_extended_at, p.created_at) <= :since ";
        return new Script<>(
                (columns, number) -> toRefreshed(new Row(columns)),
                List.of(
                        "select p.id from parent_session p where" + dueParent + "for update",
                        "update child_session c"
                                + " set expires_at = greatest(c.expires_at, least(:until, c.max_expires_at)), last_extended_at = :at"
                                + " where c.id = :id and " + conditions.activeChild("c"),
                        "update parent_session p set"
                                + " expires_at = greatest(p.expires_at, least(:untilOfParent, p.max_expires_at)),"
                                + " last_extended_at = :at where" + dueParent
                                + " and p.ended_at is null and p.expires_at > :at"
                                + " and exists (select 1 from child_session c where c.id = :id and c.ended_at is null"
                                + " and c.last_extended_at = :at)",
                        "select c.created_at, c.expires_at, c.max_expires_at, c.last_extended_at,"
                                + " p.created_at, p.expires_at, p.max_expires_at, p.last_extended_at"
                                + " from child_session c join parent_session p on p.id = c.parent_id where c.id = :id"));
    }

    private static Refreshed toRefreshed(Row row) throws SQLException {
        return new Refreshed(row.lifespanOfActive(), row.lifespanOfActive());
    }

    Optional<Refreshed> refresh(UUID id, Extension ofChild, Extension ofParent, Instant parentUnextendedSince) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("at", toColumn(ofChild.at()));
        parameters.put("until", toColumn(ofChild.until()));
        parameters.put("untilOfParent", toColumn(ofParent.until()));
        parameters.put("since", toColumn(parentUnextendedSince));
        Script.Outcome<Refreshed> outcome = database.run(refresh, parameters);
        return outcome.has(1) ? outcome.last() : Optional.empty();
    }

    private static Map<String, @Nullable Object> toColumns(ChildSession child) {
        Map<String, @Nullable Object> columns = new HashMap<>(Columns.toColumns(child.lifespan()));
        columns.put("id", child.id());
        columns.put("parentId", child.parent().id());
        columns.put("clientId", child.clientId());
        return columns;
    }
}
