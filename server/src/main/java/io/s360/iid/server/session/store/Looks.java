package io.s360.iid.server.session.store;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Look;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionToken;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
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
    private final NamedSql parent;
    private final NamedSql withChild;
    private final NamedSql ofChild;

    Looks(Database database) {
        this.database = database;
        String selected = "select " + database.clock().column() + ParentRows.SELECTED;
        this.parent = new NamedSql(selected + " from parent_session p where p.token_hash = :token");
        this.withChild = new NamedSql(selected + CHILD + " from parent_session p"
                + " left join child_session c on c.id = :childId and c.parent_id = p.id where p.token_hash = :token");
        this.ofChild = new NamedSql(selected + CHILD
                + " from child_session c join parent_session p on p.id = c.parent_id where c.id = :childId");
    }

    Optional<Look> at(SessionToken.Hash token) {
        return look(parent, Map.of("token", token.hex()), this::toLookWithoutChild);
    }

    Optional<Look> at(SessionToken.Hash token, UUID childId) {
        return look(withChild, Map.of("token", token.hex(), "childId", childId), this::toLook);
    }

    Optional<Look> at(UUID childId) {
        return look(ofChild, Map.of("childId", childId), this::toLook);
    }

    private Optional<Look> look(NamedSql sql, Map<String, Object> parameters, Reading reading) {
        return database
                .operations()
                .query(
                        connection -> sql.prepare(connection, parameters),
                        (columns, number) -> reading.of(new Row(columns)))
                .stream()
                .findFirst();
    }

    /** How a row becomes what has been seen. */
    private interface Reading {
        Look of(Row row) throws SQLException;
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
