package io.s360.iid.server.session.store;

import static io.s360.iid.server.session.store.Columns.toColumn;

import io.s360.iid.server.session.Lifespan;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How rows of the table of child sessions end, and are forgotten. */
final class ChildEnds {

    private static final String END = "update child_session c set ended_at = :at, end_reason = :reason where ";

    /** By the index alone: with a second column to sort by, H2 would read all that is over, each time. */
    static final String OVER =
            "select c.id from child_session c where c.expires_at <= :by order by c.expires_at limit :atMost";

    private final Database database;
    private final Conditions conditions;

    ChildEnds(Database database) {
        this.database = database;
        this.conditions = new Conditions(database.clock());
    }

    boolean end(UUID id, Lifespan.Ending ending) {
        return end("c.id = :id", Map.of("id", id), ending) == 1;
    }

    /**
     * Of a client's children, active or not, that expire after an instant: the expiry of the last of the first so many. In
     * the order of the whole index, for H2 would otherwise sort all of them.
     */
    Optional<Instant> lastExpiryOf(String clientId, Instant after, int first) {
        return database.client()
                .sql("""
                        select f.expires_at from (
                            select c.expires_at from child_session c where c.client_id = :clientId and c.expires_at > :after
                            order by c.client_id, c.expires_at limit :first) f
                        order by f.expires_at desc limit 1
                        """)
                .param("clientId", clientId)
                .param("after", toColumn(after))
                .param("first", first)
                .query((columns, number) -> new Row(columns).instant())
                .optional();
    }

    int endAllOf(String clientId, Lifespan.Ending ending, Instant after, Instant until) {
        return end(
                "c.client_id = :clientId and c.expires_at > :after and c.expires_at <= :until",
                Map.of("clientId", clientId, "after", toColumn(after), "until", toColumn(until)),
                ending);
    }

    private int end(String which, Map<String, ?> parameters, Lifespan.Ending ending) {
        return database.client()
                .sql(END + which + " and " + conditions.activeChild("c"))
                .params(parameters)
                .param("at", toColumn(ending.at()))
                .param("reason", ending.reason().name())
                .update();
    }

    int forget(Instant expiredBy, int atMost) {
        return database.forget(ChildRows.TABLE, OVER, expiredBy, atMost);
    }
}
