package io.s360.iid.server.session.store;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Look;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionToken;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is read: a parent session, and its child, in one statement and so at one moment. */
final class Looks {

    /** All columns of a child session {@code c}, in the order in which {@link #toLook} reads them. */
    private static final String CHILD = """
            , c.id, c.client_id, c.created_at, c.expires_at, c.max_expires_at, c.last_extended_at, c.ended_at,
            c.end_reason, c.message_count
            """;

    private final Database database;
    private final String parent;
    private final String withChild;
    private final String ofChild;

    Looks(Database database) {
        this.database = database;
        String selected = "select " + database.clock().column() + ParentRows.SELECTED;
        this.parent = selected + " from parent_session p where p.token_hash = :token";
        this.withChild = selected + CHILD + " from parent_session p"
                + " left join child_session c on c.id = :childId and c.parent_id = p.id where p.token_hash = :token";
        this.ofChild = selected + CHILD
                + " from child_session c join parent_session p on p.id = c.parent_id where c.id = :childId";
    }

    Optional<Look> at(SessionToken.Hash token) {
        return database.client()
                .sql(parent)
                .param("token", token.hex())
                .query((columns, number) -> toLookWithoutChild(new Row(columns)))
                .optional();
    }

    Optional<Look> at(SessionToken.Hash token, UUID childId) {
        return database.client()
                .sql(withChild)
                .param("token", token.hex())
                .param("childId", childId)
                .query((columns, number) -> toLook(new Row(columns)))
                .optional();
    }

    Optional<Look> at(UUID childId) {
        return database.client()
                .sql(ofChild)
                .param("childId", childId)
                .query((columns, number) -> toLook(new Row(columns)))
                .optional();
    }

    private Look toLookWithoutChild(Row row) throws SQLException {
        return new Look(database.clock().timeOf(row), ParentRows.toParent(row), null, 0);
    }

    private Look toLook(Row row) throws SQLException {
        Instant at = database.clock().timeOf(row);
        ParentSession under = ParentRows.toParent(row);
        UUID id = row.uuidOrNull();
        return id == null
                ? new Look(at, under, null, 0)
                : new Look(at, under, new ChildSession(id, under, row.text(), row.lifespan()), row.number());
    }
}
