package io.s360.iid.server.session.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * Several statements that are one transaction, and no more than one round trip where the database takes them as one
 * message. No statement knows what another has given: each says for itself when it may happen, so that there is never
 * anything to take back.
 *
 * <p>A statement that gives rows gives columns of limited length only. PostgreSQL's driver would otherwise fear for its
 * buffers and cut the message, and so the transaction, in two.
 */
final class Script<T> {

    private final List<NamedSql> statements;
    private final NamedSql message;
    private final RowMapper<T> ofLast;

    /** @param ofLast what the row is that the last statement may give */
    Script(RowMapper<T> ofLast, List<String> statements) {
        this.statements = statements.stream().map(NamedSql::new).toList();
        this.message = new NamedSql(String.join(";\n", statements));
        this.ofLast = ofLast;
    }

    /**
     * What has come of it.
     *
     * @param rows how many each statement has changed; of one that reads, 1 if there was any
     */
    record Outcome<T>(List<Integer> rows, Optional<T> last) {

        boolean has(int statement) {
            return rows.get(statement) > 0;
        }
    }

    Outcome<T> run(JdbcOperations jdbc, boolean asOneMessage, Map<String, @Nullable Object> parameters) {
        ConnectionCallback<Outcome<T>> work = connection ->
                asOneMessage ? inOneMessage(connection, parameters) : inOneTransaction(connection, parameters);
        Outcome<T> outcome = jdbc.execute(work);
        if (outcome == null) {
            throw new IllegalStateException("A script always has an outcome");
        }
        return outcome;
    }

    private Outcome<T> inOneMessage(Connection connection, Map<String, @Nullable Object> parameters)
            throws SQLException {
        Results results = new Results();
        try (PreparedStatement statement = message.prepare(connection, parameters)) {
            boolean reads = statement.execute();
            for (int number = 0; number < statements.size(); number++) {
                results.add(statement, reads);
                reads = statement.getMoreResults();
            }
        }
        return results.toOutcome();
    }

    private Outcome<T> inOneTransaction(Connection connection, Map<String, @Nullable Object> parameters)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            Results results = new Results();
            for (NamedSql sql : statements) {
                try (PreparedStatement statement = sql.prepare(connection, parameters)) {
                    results.add(statement, statement.execute());
                }
            }
            connection.commit();
            return results.toOutcome();
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** What the statements have given so far. */
    private final class Results {

        private final List<Integer> rows = new ArrayList<>();
        private Optional<T> last = Optional.empty();

        void add(PreparedStatement statement, boolean reads) throws SQLException {
            if (reads) {
                try (ResultSet row = statement.getResultSet()) {
                    boolean any = row.next();
                    boolean isLast = rows.size() == statements.size() - 1;
                    last = any && isLast ? Optional.ofNullable(ofLast.mapRow(row, 1)) : Optional.empty();
                    rows.add(any ? 1 : 0);
                }
            } else {
                rows.add(statement.getUpdateCount());
            }
        }

        Outcome<T> toOutcome() {
            return new Outcome<>(List.copyOf(rows), last);
        }
    }
}
