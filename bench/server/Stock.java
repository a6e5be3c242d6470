package io.s360.iid.bench;

import io.s360.iid.server.session.SessionToken;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Fills the tables of a server that is stopped, past its rules: by hand it would take the better part of an hour. */
final class Stock {

    /** Of each of wrk's threads the same number. */
    static final int PARENTS = 32 * 1042;

    static final int CHILDREN_OF_EACH = 3;
    private static final int BATCH = 1_000;

    private Stock() {}

    static void fill(String url, String user) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (Connection connection = DriverManager.getConnection(url, user, "");
                PreparedStatement parent = connection.prepareStatement("""
                        insert into parent_session (id, token_hash, subject_id, name_en, name_ar, email, mobile, user_type,
                            language, created_at, expires_at, max_expires_at)
                        values (?, ?, ?, 'Layla', 'ليلى', 'layla@example.com', '971500000001', 'SOP3', 'en', ?, ?, ?)
                        """);
                PreparedStatement child = connection.prepareStatement("""
                        insert into child_session (id, parent_id, client_id, created_at, expires_at, max_expires_at)
                        values (?, ?, 'TIBCO_CONSUMER', ?, ?, ?)
                        """)) {
            connection.setAutoCommit(false);
            for (int number = 1; number <= PARENTS; number++) {
                UUID id = new UUID(0x4000L, 0x8000000000000000L | number);
                parent.setObject(1, id);
                parent.setString(2, new SessionToken("bench-session-token-" + number).hash().hex());
                parent.setObject(3, id);
                times(parent, 4, now);
                parent.addBatch();
                for (int place = 0; place < CHILDREN_OF_EACH; place++) {
                    child.setObject(1, new UUID(0x4000L, 0x9000000000000000L | (number - 1) * CHILDREN_OF_EACH + place));
                    child.setObject(2, id);
                    times(child, 3, now);
                    child.addBatch();
                }
                if (number % BATCH == 0 || number == PARENTS) {
                    parent.executeBatch();
                    child.executeBatch();
                }
            }
            connection.commit();
        }
    }

    /** So long that none ends while it is measured. */
    private static void times(PreparedStatement row, int first, OffsetDateTime now) throws SQLException {
        row.setObject(first, now);
        row.setObject(first + 1, now.plusHours(8));
        row.setObject(first + 2, now.plusHours(8));
    }
}
