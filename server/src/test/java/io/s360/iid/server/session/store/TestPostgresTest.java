package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the other tests rely on when they stop and pause PostgreSQL. */
class TestPostgresTest {

    private static TestPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.own(Map.of());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void keepsItsPortAndDataWhenItIsStoppedAndStarted() throws SQLException {
        String url = postgres.newDatabase();
        query(url, "create table kept (id integer)");

        postgres.stop();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> query(url, "select 1"));
        postgres.start();

        query(url, "select id from kept");
    }

    @Test
    void answersNothingWhileItIsPaused() throws SQLException {
        String url = postgres.newDatabase();

        postgres.pause();
        try {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> query(url + "&loginTimeout=1&connectTimeout=1&socketTimeout=1", "select 1"));
        } finally {
            postgres.resume();
        }

        query(url, "select 1");
    }

    private static void query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(connection.createStatement().execute(sql)).isIn(true, false);
        }
    }
}
