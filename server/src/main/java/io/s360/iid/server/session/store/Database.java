package io.s360.iid.server.session.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database behind the tables.
 *
 * @param takesMessages whether several statements can be sent as one message, which is one transaction then
 */
record Database(JdbcOperations operations, JdbcClient client, StoreClock clock, boolean takesMessages) {

    static Database of(JdbcOperations operations, StoreClock clock, boolean takesMessages) {
        return new Database(operations, JdbcClient.create(operations), clock, takesMessages);
    }

    <T> Script.Outcome<T> run(Script<T> script, Map<String, @Nullable Object> parameters) {
        return script.run(operations, takesMessages, parameters);
    }
}
