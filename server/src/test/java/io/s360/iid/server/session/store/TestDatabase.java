package io.s360.iid.server.session.store;

import io.s360.iid.server.session.SessionStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store on a database of its own. */
public final class TestDatabase implements AutoCloseable {

    private final JdbcConnectionPool connections;

    private TestDatabase(Map<String, Object> location) {
        connections = JdbcConnectionPool.create(String.valueOf(location.get("spring.datasource.url")), "s360", "");
        Flyway.configure().dataSource(connections).load().migrate();
    }

    public static TestDatabase inMemory() {
        return new TestDatabase(StoreLocation.inMemory());
    }

    static TestDatabase in(Path folder) {
        return new TestDatabase(StoreLocation.in(folder));
    }

    public SessionStore store() {
        return storeOn(connections);
    }

    static SessionStore storeOn(DataSource connections) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(connections);
        return new JdbcSessionStore(new JdbcTemplate(connections), new TransactionTemplate(transactions));
    }

    Connection connection() throws SQLException {
        return connections.getConnection();
    }

    void execute(String sql) {
        new JdbcTemplate(connections).execute(sql);
    }

    @Override
    public void close() {
        execute("shutdown");
        connections.dispose();
    }
}
