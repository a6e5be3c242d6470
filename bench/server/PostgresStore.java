package io.s360.iid.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of its own, from what is installed, with its defaults: it waits for the disk at each commit. */
final class PostgresStore implements Store {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String USER = "postgres";

    private final Path folder;
    private final int port;
    private int copies;

    private PostgresStore(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** @throws IOException if it is not installed */
    static PostgresStore start(Path folder) throws IOException {
        int port;
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
        Path cluster = Files.createTempDirectory("s360-bench-postgres");
        if (isRoot()) {
            Output.of(List.of("chown", USER, cluster.toString()), PATIENCE);
        }
        PostgresStore store = new PostgresStore(cluster, port);
        store.run("initdb", "-D", cluster.resolve("data").toString(), "-U", USER, "-A", "trust", "-E", "UTF8");
        store.run(
                "pg_ctl",
                "-D",
                cluster.resolve("data").toString(),
                "-w",
                "-l",
                cluster.resolve("log").toString(),
                "-o",
                "-p " + port + " -k " + cluster + " -c listen_addresses=127.0.0.1",
                "start");
        try {
            store.execute("create database bench");
        } catch (SQLException unreachable) {
            store.close();
            throw new IOException("PostgreSQL cannot be used: " + unreachable.getMessage(), unreachable);
        }
        return store;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void run(String... command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of("runuser", "-u", USER, "--"));
        }
        whole.addAll(List.of(command));
        Output.of(whole, PATIENCE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public List<String> template() {
        return at("bench");
    }

    private List<String> at(String database) {
        return List.of("spring.datasource.url=" + url(database), "spring.datasource.username=" + USER);
    }

    @Override
    public void fill() throws SQLException {
        Stock.fill(url("bench") + "?reWriteBatchedInserts=true", USER);
        try (Connection connection = DriverManager.getConnection(url("bench"), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @Override
    public List<String> copy() throws SQLException {
        String copy = "bench_" + ++copies;
        execute("create database " + copy + " template bench");
        return at(copy);
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
            Output.of(List.of("rm", "-rf", folder.toString()), PATIENCE);
        } catch (IOException left) {
            System.err.println("bench: " + left.getMessage());
        }
    }
}
