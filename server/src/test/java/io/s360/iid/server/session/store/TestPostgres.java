package io.s360.iid.server.session.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL that the tests start, also as root. It can be stopped and started again on the same port and data,
 * and be made to stand still as if the network had swallowed it.
 */
public final class TestPostgres implements AutoCloseable {

    static final String USER = "postgres";

    private final Path data;
    private final Map<String, String> settings;
    private EmbeddedPostgres running;
    private boolean isRunning = true;

    private TestPostgres(Map<String, String> settings) {
        try {
            this.data = Files.createTempDirectory("s360-postgres");
            this.settings = settings;
            this.running = start(0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The one of this process, which nobody stops. Fast, and so not safe against a failure of the machine. */
    public static TestPostgres shared() {
        return Shared.POSTGRES;
    }

    /** One that may be stopped and paused, with further settings such as {@code fsync=on}. */
    public static TestPostgres own(Map<String, String> settings) {
        TestPostgres postgres = new TestPostgres(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return postgres;
    }

    /** The address of a new and empty database, with the user in it. */
    public String newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name);
        return url(name);
    }

    /** Does something as the superuser. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(USER));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public String url(String database) {
        return running.getJdbcUrl(USER, database);
    }

    /** Ends it at once: whoever is connected is told that an administrator did so. */
    public void stop() {
        try {
            running.close();
            isRunning = false;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Starts it again where it was, and returns when it answers. */
    public void start() {
        try {
            if (!isRunning) {
                running = start(running.getPort());
                isRunning = true;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** From now on it accepts connections, as the system does that for it, and answers nothing. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        resume();
        stop();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes().map(process -> Long.toString(process.pid())).forEach(command::add);
        if (command.size() == 2) {
            return;
        }
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The parent first, so that it starts none meanwhile. */
    private Stream<ProcessHandle> processes() {
        try (Stream<String> lines = Files.lines(data.resolve("data").resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            ProcessHandle parent = ProcessHandle.of(pid).orElseThrow();
            return Stream.concat(Stream.of(parent), parent.descendants());
        } catch (IOException stopped) {
            return Stream.empty();
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("synchronous_commit", "on")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
        settings.forEach(builder::setServerConfig);
        return builder.start();
    }

    private static final class Shared {
        private static final TestPostgres POSTGRES = own(Map.of());
    }
}
