package io.s360.iid.server.session.store;

import java.time.Instant;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the clients that are shut out. */
final class DisabledClientRows {

    private final JdbcClient jdbc;

    DisabledClientRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(String clientId, Instant at) {
        try {
            return jdbc.sql("insert into disabled_client (client_id, disabled_at) values (:clientId, :at)")
                            .param("clientId", clientId)
                            .param("at", Columns.toColumn(at))
                            .update()
                    == 1;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    boolean remove(String clientId) {
        return jdbc.sql("delete from disabled_client where client_id = :clientId")
                        .param("clientId", clientId)
                        .update()
                == 1;
    }

    Set<String> all() {
        return jdbc.sql("select client_id from disabled_client")
                .query(String.class)
                .set();
    }
}
