package io.s360.iid.server.proof.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s360.iid.server.proof.Client;
import io.s360.iid.server.proof.Instance;
import io.s360.iid.server.proof.Load;
import io.s360.iid.server.proof.RoundRobin;
import io.s360.iid.server.proof.Scale;
import io.s360.iid.server.proof.history.Circumstances;
import io.s360.iid.server.proof.history.Event;
import io.s360.iid.server.proof.history.History;
import io.s360.iid.server.proof.history.HistoryCheck;
import io.s360.iid.server.session.store.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three servers under load, while their PostgreSQL or one of them goes. */
class OutageTest {

    private static final List<Client> CLIENTS = Client.several(3);
    private static final int WORKERS = 12;
    private static final int SOME = 150;
    private static final long RECOVERED_WITHIN = TimeUnit.SECONDS.toNanos(5);

    private static TestPostgres postgres;
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.own(Map.of());
        cluster = new Cluster(3, postgres.newDatabase(), CLIENTS);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        postgres.close();
    }

    @Test
    void saysUnavailableWhileTheStoreIsStoppedAndIsBackSoonAfterIt() {
        int seconds = Scale.of(5, 60);
        History history = new History();
        try (Load load = loadOnAll(history)) {
            load.awaitChanges(SOME);
            postgres.stop();
            long gone = System.nanoTime();
            passTime(Duration.ofSeconds(seconds));
            assertThat(cluster.instances()).noneMatch(Instance::isReady).allMatch(Instance::isAlive);
            long over = System.nanoTime();
            postgres.start();
            long back = System.nanoTime();
            load.awaitMore(SOME);
            finish(load, history);

            assertThat(history.events().stream().filter(event -> event.start() > gone && event.end() < over))
                    .isNotEmpty()
                    .allMatch(event -> event.outcome().status() == 503);
            Duration slowest = recovery(history, back);
            Scale.tell(
                    "PostgreSQL stopped for %d s: %d calls, 503 only; all servers were back %d ms after it",
                    seconds, history.size(), slowest.toMillis());
            assertThat(slowest.toNanos()).isLessThan(RECOVERED_WITHIN);
        }
        judge(history, Circumstances.calm().withOutage());
    }

    @Test
    void saysUnavailableWhileTheStoreStopsAndStartsAgainAndAgain() {
        int times = Scale.of(2, 120);
        History history = new History();
        try (Load load = loadOnAll(history)) {
            long back = 0;
            for (int time = 0; time < times; time++) {
                load.awaitMore(1);
                postgres.stop();
                passTime(Duration.ofSeconds(1));
                postgres.start();
                back = System.nanoTime();
                passTime(Duration.ofSeconds(1));
            }
            awaitSuccessOfAll(history, back);
            load.awaitMore(SOME);
            finish(load, history);

            Duration slowest = recovery(history, back);
            Scale.tell(
                    "PostgreSQL stopped and started %d times: %d calls, 503 only; all servers were back %d ms after it",
                    times, history.size(), slowest.toMillis());
            assertThat(slowest.toNanos()).isLessThan(RECOVERED_WITHIN);
        }
        judge(history, Circumstances.calm().withOutage());
    }

    @Test
    void saysUnavailableWhileTheStoreStandsStill() {
        int seconds = Scale.of(4, 30);
        History history = new History();
        try (Load load = loadOnAll(history)) {
            load.awaitChanges(SOME);
            postgres.pause();
            passTime(Duration.ofSeconds(seconds));
            postgres.resume();
            long back = System.nanoTime();
            load.awaitMore(SOME);
            finish(load, history);

            Duration slowest = recovery(history, back);
            Scale.tell(
                    "PostgreSQL stood still for %d s: %d calls, 503 only; all servers were back %d ms after it",
                    seconds, history.size(), slowest.toMillis());
            assertThat(slowest.toNanos()).isLessThan(RECOVERED_WITHIN);
        }
        judge(history, Circumstances.calm().withOutage());
    }

    @Test
    void losesNothingAcknowledgedWhenOneOfThreeIsKilled() {
        int times = Scale.of(1, 20);
        long calls = 0;
        long unanswered = 0;
        for (int time = 0; time < times; time++) {
            History history = killed(time % 3);
            calls += history.size();
            unanswered += withoutAnAnswer(history).size();
        }
        Scale.tell(
                "one of three servers killed, %d times: %d calls, %d without an answer, nothing acknowledged lost",
                times, calls, unanswered);
    }

    /** One death with a history of its own, in which nobody but the victim leaves a call without an answer. */
    private static History killed(int victim) {
        History history = new History();
        try (RoundRobin balancer = RoundRobin.ofReady(cluster.instances());
                Load load = Load.begin(history, balancer, CLIENTS, WORKERS, Load.ALL_DEEDS)) {
            load.awaitChanges(SOME);
            cluster.process(victim).kill();
            load.awaitMore(SOME);
            load.stop();
            Load.lookAgain(history, balancer, load.children());
        }
        cluster.replace(victim);
        assertThat(withoutAnAnswer(history)).extracting(Event::instance).isSubsetOf("server-" + victim);
        judge(history, Circumstances.calm().withDeaths());
        return history;
    }

    private static List<Event> withoutAnAnswer(History history) {
        return history.events().stream()
                .filter(event -> event.outcome().status() == 0)
                .toList();
    }

    @Test
    void failsNoRequestWhenOneOfThreeIsAskedToStop() {
        int times = Scale.of(1, 20);
        History history = new History();
        for (int time = 0; time < times; time++) {
            int leaving = time % 3;
            try (RoundRobin balancer = RoundRobin.ofReady(cluster.instances());
                    Load load = Load.begin(history, balancer, CLIENTS, WORKERS, Load.ALL_DEEDS)) {
                load.awaitChanges(SOME);
                cluster.process(leaving).terminate();
                cluster.process(leaving).awaitExit(Duration.ofSeconds(40));
                load.awaitMore(SOME);
                load.stop();
            }
            cluster.replace(leaving);
        }
        Scale.tell("one of three servers asked to stop, %d times: %d calls, none failed", times, history.size());
        judge(history, Circumstances.calm());
    }

    private static Load loadOnAll(History history) {
        return Load.begin(history, RoundRobin.blindly(cluster.instances()), CLIENTS, WORKERS, Load.ALL_DEEDS);
    }

    private static void finish(Load load, History history) {
        load.stop();
        Load.lookAgain(history, RoundRobin.blindly(cluster.instances()), load.children());
    }

    /** The calls are spread evenly, but the successes are not while one server is later than the others. */
    private static void awaitSuccessOfAll(History history, long back) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cluster.instances().stream()
                        .allMatch(instance -> history.events().stream()
                                .anyMatch(event -> event.instance().equals(instance.name())
                                        && event.end() > back
                                        && event.outcome().isSuccess())));
    }

    /** How long it took until the last server had its first success, and the last refusal was over. */
    private static Duration recovery(History history, long back) {
        long slowest = 0;
        for (Instance instance : cluster.instances()) {
            List<Event> own = history.events().stream()
                    .filter(event -> event.instance().equals(instance.name()) && event.end() > back)
                    .toList();
            long first = own.stream()
                    .filter(event -> event.outcome().isSuccess())
                    .mapToLong(Event::end)
                    .min()
                    .orElseThrow();
            long last = own.stream()
                    .filter(event -> event.outcome().isUnknown())
                    .mapToLong(Event::end)
                    .max()
                    .orElse(first);
            slowest = Math.max(slowest, Math.max(first, last) - back);
        }
        return Duration.ofNanos(slowest);
    }

    private static void judge(History history, Circumstances circumstances) {
        assertThat(new HistoryCheck(circumstances).violations(history)).isEmpty();
    }

    /** How long something lasts is part of what is tried; nothing is waited for. */
    private static void passTime(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
