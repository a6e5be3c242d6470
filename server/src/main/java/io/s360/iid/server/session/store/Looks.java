package io.s360.iid.server.session.store;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Look;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is read: a parent session, and its child, in one statement and so at one moment. */
final class Looks {

    private static final String CHILD = """
            , c.id c_id, c.client_id c_client_id, c.created_at c_created_at, c.expires_at c_expires_at,
            c.max_expires_at c_max_expires_at, c.last_extended_at c_last_extended_at, c.ended_at c_ended_at,
            c.end_reason c_end_reason, c.message_count c_message_count
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
                .query((row, number) -> new Look(database.clock().timeOf(row), ParentRows.toParent(row), null, 0))
                .optional();
    }

    Optional<Look> at(SessionToken.Hash token, UUID childId) {
        return database.client()
                .sql(withChild)
                .param("token", token.hex())
                .param("childId", childId)
                .query((row, number) -> toLook(row))
                .optional();
    }

    Optional<Look> at(UUID childId) {
        return database.client()
                .sql(ofChild)
                .param("childId", childId)
                .query((row, number) -> toLook(row))
                .optional();
    }

    private Look toLook(ResultSet row) throws SQLException {
        ParentSession parentSession = ParentRows.toParent(row);
        ChildSession child = toChild(row, parentSession);
        return new Look(database.clock().timeOf(row), parentSession, child, row.getInt("c_message_count"));
    }

    private static @Nullable ChildSession toChild(ResultSet row, ParentSession under) throws SQLException {
        UUID id = row.getObject("c_id", UUID.class);
        return id == null
                ? null
                : new ChildSession(id, under, Columns.text(row, "c_client_id"), Columns.toLifespan(row, "c_"));
    }
}
