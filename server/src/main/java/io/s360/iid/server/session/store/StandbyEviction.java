package io.s360.iid.server.session.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Lets go of a connection whose database has become a standby, or is about to: after a fail-over the next one is made to
 * the database that has taken over. The pool knows by itself what else makes a connection useless.
 */
public final class StandbyEviction implements SQLExceptionOverride {

    /** The server is read-only; the transaction is in a state that no statement can leave. */
    private static final Set<String> USELESS = Set.of("25006", "25P02");

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return USELESS.contains(String.valueOf(failure.getSQLState())) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
