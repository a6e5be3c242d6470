package io.s360.iid.server.session.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.s360.iid.server.S360Server;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.SessionStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store on a database of its own. */
public final class TestDatabase implements AutoCloseable {

    private static final String POOL = "spring.datasource.hikari.";
    private static final String DRIVER = POOL + "data-source-properties.";

    private final HikariDataSource connections;
    private final boolean shared;

    private TestDatabase(String url, String user, Map<String, Object> location, int connectionsAtMost) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(connectionsAtMost);
        config.setConnectionTimeout(ofServer(POOL + "connection-timeout"));
        config.setValidationTimeout(ofServer(POOL + "validation-timeout"));
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverrideClassName(StandbyEviction.class.getName());
        location.forEach((name, value) -> {
            if (name.startsWith(DRIVER)) {
                config.addDataSourceProperty(name.substring(DRIVER.length()), String.valueOf(value));
            } else if (name.equals(POOL + "connection-init-sql")) {
                config.setConnectionInitSql(String.valueOf(value));
            }
        });
        this.connections = new HikariDataSource(config);
        this.shared = StoreLocation.isShared(url);
    }

    /** As long as a server waits, in milliseconds. */
    private static long ofServer(String setting) {
        try (InputStream in = S360Server.class.getResourceAsStream("server.properties")) {
            Properties defaults = new Properties();
            defaults.load(in);
            return Long.parseLong(defaults.getProperty(setting));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static TestDatabase inMemory() {
        return emptyInMemory().migrated();
    }

    static TestDatabase emptyInMemory() {
        return embedded(StoreLocation.inMemory());
    }

    public static TestDatabase in(Path folder) {
        try {
            return embedded(StoreLocation.in(folder)).migrated();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** In a file that {@link CopiedFiles} can copy. What has been written over is used again at once, so that it stays small. */
    static TestDatabase withCopiedFiles(Path folder) throws IOException {
        return embedded(Map.of("spring.datasource.url", CopiedFiles.in(addressIn(folder)) + ";RETENTION_TIME=0"))
                .migrated();
    }

    static String addressIn(Path folder) throws IOException {
        return String.valueOf(StoreLocation.in(folder).get("spring.datasource.url"));
    }

    /** New and empty, in the PostgreSQL of this process. */
    public static TestDatabase inPostgres() {
        return emptyInPostgres().migrated();
    }

    static TestDatabase emptyInPostgres() {
        return at(TestPostgres.shared().newDatabase(), 10);
    }

    /** As a server would have it, with its patience, at an address; without looking at its tables. */
    public static TestDatabase at(String postgresUrl, int connectionsAtMost) {
        return new TestDatabase(
                postgresUrl, TestPostgres.USER, StoreLocation.elsewhere(postgresUrl), connectionsAtMost);
    }

    private static TestDatabase embedded(Map<String, Object> location) {
        return new TestDatabase(String.valueOf(location.get("spring.datasource.url")), "s360", location, 20);
    }

    TestDatabase migrated() {
        Flyway.configure().dataSource(connections).load().migrate();
        return this;
    }

    /** Its time is that of a clock. */
    public SessionStore store(InstantSource clock) {
        return storeOn(connections, StoreClock.ofProcess(clock));
    }

    /** Its time is that of the database, if others may use that, too. */
    public JdbcSessionStore storeOfItsOwnTime() {
        return storeOn(connections, shared ? StoreClock.ofDatabase() : StoreClock.ofProcess(InstantSource.system()));
    }

    JdbcSessionStore storeOn(DataSource source, StoreClock clock) {
        return new JdbcSessionStore(Database.of(new JdbcTemplate(source), clock, shared), () -> true);
    }

    DataSource dataSource() {
        return connections;
    }

    Connection connection() throws SQLException {
        return connections.getConnection();
    }

    void execute(String sql) {
        new JdbcTemplate(connections).execute(sql);
    }

    <T> T query(String sql, Class<T> type) {
        return new JdbcTemplate(connections).queryForObject(sql, type);
    }

    /** The texts of a child's messages as they are kept, in their order. */
    public List<NewMessage> messagesOf(UUID childId) {
        return new JdbcTemplate(connections)
                .query(
                        "select level, text_en, text_ar, client_message_id from message where child_id = ? order by sequence",
                        (row, number) ->
                                new NewMessage(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        childId);
    }

    @Override
    public void close() {
        if (!shared && !connections.isClosed()) {
            execute("shutdown");
        }
        connections.close();
    }
}
