package io.s360.iid.server.proof.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.proof.Child;
import io.s360.iid.server.proof.Client;
import io.s360.iid.server.proof.Crowd;
import io.s360.iid.server.proof.Instance;
import io.s360.iid.server.proof.Load;
import io.s360.iid.server.proof.Scale;
import io.s360.iid.server.proof.ServerProcess;
import io.s360.iid.server.proof.history.Circumstances;
import io.s360.iid.server.proof.history.History;
import io.s360.iid.server.proof.history.HistoryCheck;
import io.s360.iid.server.proof.history.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server on its embedded store is killed under load, again and again. After each kill it must be back soon, and
 * remember all that it has acknowledged.
 */
class KillTest {

    private static final int KILLS = Scale.of(20, 1_000) / 2 * 2;
    private static final int CHANGES_PER_KILL = 510;
    private static final int WORKERS = 6;
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AT_ALL_EVERY = Client.idleTimeOfAChild().dividedBy(2);
    /** On a machine so busy that even an empty server takes long: as many times as long. */
    private static final int TIMES_A_FIRST_START = 3;

    private static final List<Client> CLIENTS = Client.several(2);

    @TempDir
    private Path folder;

    /**
     * One kill.
     *
     * @param history what was done before it, and seen after it
     * @param changes how many had been acknowledged before it
     * @param back how long it took until the server was ready again
     */
    private record Cycle(History history, long changes, List<Child> children, Duration back) {}

    /** Two at a time, each on files of its own: while one starts, the other works. */
    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        Queue<Cycle> cycles = new ConcurrentLinkedQueue<>();
        Queue<Duration> firstStarts = new ConcurrentLinkedQueue<>();
        try (Crowd crowd = new Crowd()) {
            crowd.atOnce(List.of(
                    () -> killAgainAndAgain("one", firstStarts, cycles),
                    () -> killAgainAndAgain("other", firstStarts, cycles)));
        }

        long changes = cycles.stream().mapToLong(Cycle::changes).sum();
        Duration slowest =
                cycles.stream().map(Cycle::back).max(Comparator.naturalOrder()).orElseThrow();
        Scale.tell(
                "%d kills, %d acknowledged changes, none missing; the slowest was ready again after %d ms",
                cycles.size(), changes, slowest.toMillis());
        assertThat(cycles).hasSize(KILLS);
        assertThat(changes).isGreaterThanOrEqualTo(KILLS * 500L);
        Duration bearable = Collections.max(firstStarts).multipliedBy(TIMES_A_FIRST_START);
        assertThat(slowest).isLessThan(Collections.max(List.of(BACK_WITHIN, bearable)));
        assertThat(rowsOfTheFileIn("one")).isGreaterThan(KILLS);
        assertThat(rowsOfTheFileIn("other")).isGreaterThan(KILLS);
    }

    private void killAgainAndAgain(String name, Queue<Duration> firstStarts, Queue<Cycle> all) {
        List<Cycle> cycles = new ArrayList<>();
        long lookedAtAll = System.nanoTime();
        String data = "s360.data=" + folder.resolve(name);
        ServerProcess server = startWith(data);
        Instance here = server.awaitReady(START);
        firstStarts.add(server.age());
        for (int number = 1; number <= KILLS / 2; number++) {
            History history = new History();
            List<Child> children = killUnderLoad(history, server, here);
            long changes = history.acknowledgedChanges();
            server = startWith(data);
            here = server.awaitReady(START);
            Cycle cycle = new Cycle(history, changes, children, server.age());
            look(cycle, here);
            cycles.add(cycle);
            Scale.tell(
                    "kill %d of %s: ready again after %d ms",
                    number, name, cycle.back().toMillis());
            if (System.nanoTime() - lookedAtAll > LOOK_AT_ALL_EVERY.toNanos()) {
                lookedAtAll = System.nanoTime();
                look(cycles, here);
            }
        }
        look(cycles, here);
        all.addAll(cycles);
        server.kill();
    }

    /** What was done long ago must have survived all the kills since. */
    private static void look(List<Cycle> cycles, Instance here) {
        cycles.forEach(cycle -> look(cycle, here));
    }

    /** With the delay that H2 has by default, the same test finds what is missing. */
    @Test
    void findsWhatAStoreThatWritesLaterHasLost() {
        String[] settings = {
            "spring.datasource.url=jdbc:h2:file:" + folder.resolve("late")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "spring.datasource.username=s360"
        };
        List<Violation> found = List.of();
        int kills = 0;
        while (found.isEmpty() && kills < 5) {
            History history = new History();
            ServerProcess server = startWith(settings);
            List<Child> children = killUnderLoad(history, server, server.awaitReady(START));
            kills++;
            try (ServerProcess again = startWith(settings)) {
                Instance here = again.awaitReady(START);
                Load.lookAgain(history, () -> here, children);
            }
            found = violations(history);
        }

        Scale.tell("without WRITE_DELAY=0 %d promises were found broken after %d kills", found.size(), kills);
        assertThat(found).isNotEmpty();
    }

    private static ServerProcess startWith(String... settings) {
        List<String> all = new ArrayList<>(Client.settings(CLIENTS));
        all.addAll(List.of(settings));
        return ServerProcess.start("killed", all);
    }

    /** The children that had been acknowledged by then. */
    private static List<Child> killUnderLoad(History history, ServerProcess server, Instance here) {
        try (Load load = Load.begin(history, () -> here, CLIENTS, WORKERS, Load.CHANGES)) {
            load.awaitChanges(CHANGES_PER_KILL);
            server.kill();
            load.stop();
            return load.children();
        }
    }

    private static void look(Cycle cycle, Instance here) {
        Load.lookAgain(cycle.history(), () -> here, cycle.children());
        assertThat(violations(cycle.history())).isEmpty();
    }

    private static List<Violation> violations(History history) {
        return new HistoryCheck(Circumstances.calm().withDeaths()).violations(history);
    }

    private long rowsOfTheFileIn(String name) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            String file = files.map(Path::toString)
                    .filter(path -> path.endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow();
            String url = "jdbc:h2:file:" + file.replace(".mv.db", "")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE";
            long rows = 0;
            try (Connection connection = DriverManager.getConnection(url, "s360", "");
                    ResultSet script = connection.createStatement().executeQuery("script")) {
                while (script.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }
}
