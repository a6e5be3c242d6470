package io.s360.iid.server.client;

import io.s360.iid.api.model.LoggedOut;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Samples of what the architecture forbids, one for each rule. */
public final class Misplaced {

    private Misplaced() {}

    /** Knows a generated type. */
    public static final class GeneratedType {
        LoggedOut loggedOut() {
            return new LoggedOut(true);
        }
    }

    /** Speaks SQL. */
    public static final class Sql {
        void commit(Connection connection) throws SQLException {
            connection.commit();
        }
    }

    /** Makes a status of a failure. */
    public static final class Status {
        void refuse(HttpServletResponse response) {
            response.setStatus(418);
        }
    }

    /** Has a time of its own. */
    public static final class Time {
        Instant now() {
            return Instant.now();
        }
    }
}
