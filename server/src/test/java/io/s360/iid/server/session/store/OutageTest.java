package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to PostgreSQL is an outage to those who ask, told in time, and over soon after it. */
@Timeout(60)
class OutageTest {

    private static final Duration BACK = Duration.ofSeconds(5);
    /** A statement on its way is given up after five seconds, and nobody waits longer than that. */
    private static final Duration TOLD = Duration.ofSeconds(7);

    private static final Duration ABOUT_TWO_SECONDS = Duration.ofMillis(1_900);
    private static final Duration LATER_THAN_TWO_SECONDS = Duration.ofSeconds(5);

    private static TestPostgres postgres;

    private String url;
    private TestDatabase database;
    private SessionStore store;

    @BeforeAll
    static void startPostgres() {
        postgres = TestPostgres.own(Map.of());
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @BeforeEach
    void open() {
        url = postgres.newDatabase();
        database = TestDatabase.at(url, 2).migrated();
        store = database.storeOfItsOwnTime();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isUnavailableWhilePostgresIsStopped() {
        assertThat(store.disabledClients()).isEmpty();

        postgres.stop();
        isUnavailableInTime();
        postgres.start();

        isBack();
    }

    @Test
    void isUnavailableWhilePostgresStandsStill() {
        assertThat(store.disabledClients()).isEmpty();

        postgres.pause();
        try {
            isUnavailableInTime();
        } finally {
            postgres.resume();
        }

        isBack();
    }

    @Test
    void isBackAtOnceWhenAnAdministratorEndsItsConnections() {
        assertThat(store.disabledClients()).isEmpty();

        postgres.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + url.replaceAll(".*/([^?]*).*", "$1") + "'");

        isBack();
    }

    @Test
    void leavesADatabaseThatHasBecomeAStandby() {
        String name = url.replaceAll(".*/([^?]*).*", "$1");
        postgres.execute("alter database " + name + " set default_transaction_read_only = on");
        TestDatabase standby = TestDatabase.at(url, 2);
        try {
            SessionStore onStandby = standby.storeOfItsOwnTime();
            assertThat(onStandby.disabledClients()).isEmpty();
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> onStandby.disableClient("A", Instant.EPOCH));

            postgres.execute("alter database " + name + " set default_transaction_read_only = off");

            await().atMost(BACK).ignoreExceptions().untilAsserted(() -> {
                onStandby.disableClient("A", Instant.EPOCH);
                assertThat(onStandby.disabledClients()).contains("A");
            });
        } finally {
            standby.close();
        }
    }

    @Test
    void servesManyCallersWithFewConnections() throws Exception {
        List<Boolean> answered = atOnce(200, () -> store.disabledClients().isEmpty());

        assertThat(answered).hasSize(200).containsOnly(true);
    }

    @Test
    void tellsManyCallersAfterTwoSecondsThatNoConnectionIsFree() throws Exception {
        try (Connection one = database.connection();
                Connection other = database.connection()) {
            assertThat(one).isNotSameAs(other);
            assertThat(atOnce(200, this::waitUntilUnavailable))
                    .hasSize(200)
                    .allSatisfy(wait -> assertThat(wait).isBetween(ABOUT_TWO_SECONDS, LATER_THAN_TWO_SECONDS));
        }

        assertThat(atOnce(200, () -> store.disabledClients().isEmpty()))
                .hasSize(200)
                .containsOnly(true);
    }

    private Duration waitUntilUnavailable() {
        long start = System.nanoTime();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(store::disabledClients);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void tellsManyCallersInTime() throws Exception {
        assertThat(store.disabledClients()).isEmpty();
        postgres.pause();
        try {
            long start = System.nanoTime();
            List<Boolean> told = atOnce(200, () -> {
                try {
                    store.disabledClients();
                    return false;
                } catch (StoreUnavailable unavailable) {
                    return true;
                }
            });

            assertThat(told).hasSize(200).containsOnly(true);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOLD);
        } finally {
            postgres.resume();
        }
        isBack();
    }

    private void isUnavailableInTime() {
        long start = System.nanoTime();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(store::disabledClients);
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(store::now);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOLD.multipliedBy(2));
    }

    private void isBack() {
        await().atMost(BACK)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(store.disabledClients()).isEmpty());
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int number = 0; number < times; number++) {
                calls.add(call);
            }
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
