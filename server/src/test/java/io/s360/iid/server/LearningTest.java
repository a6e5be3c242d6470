package io.s360.iid.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import io.s360.iid.server.session.store.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A client that has been disabled through another instance is out soon, whatever this one is doing. */
class LearningTest {

    private static final String CLIENT = "ENTITY_PORTAL";

    private final AtomicReference<SessionStore> store = new AtomicReference<>();
    private final Faults faults = new Faults();

    @Test
    void learnsWhileItSweeps() {
        CountDownLatch sweeping = new CountDownLatch(1);
        CountDownLatch swept = new CountDownLatch(1);
        try (S360Server server = started("s360.sweep-every=PT0.01S")) {
            faults.first(() -> {
                sweeping.countDown();
                await(swept);
            });
            await(sweeping);

            disableElsewhere();

            try {
                awaitRefusal(WireCaller.of(server, CLIENT));
            } finally {
                swept.countDown();
            }
        }
    }

    @Test
    void learnsWhileItDrains() throws InterruptedException {
        S360Server server = started("s360.stop.drain=PT10M");
        WireCaller portal = WireCaller.of(server, CLIENT);
        Thread stopping = new Thread(server::close, "stopping");
        stopping.start();
        try {
            soon().until(() -> "close".equals(ask(portal).headers().get("connection")));

            disableElsewhere();

            awaitRefusal(portal);
        } finally {
            stopping.interrupt();
            stopping.join();
        }
    }

    @Test
    void triesAgainWhenTheStoreIsUnavailable() {
        CountDownLatch failed = new CountDownLatch(1);
        faults.first(() -> {
            failed.countDown();
            throw new StoreUnavailable("gone", null);
        });
        try (TestDatabase database = TestDatabase.inMemory()) {
            SessionStore own = database.store(FakeClock.at("2026-01-15T08:00:00Z"));
            own.disableClient(CLIENT, own.now());
            DisabledClients disabled = new DisabledClients(faults.before(own));
            Learning learning = new Learning(disabled, Duration.ofMillis(1));
            await(failed);

            faults.mend();

            soon().until(() -> disabled.contains(CLIENT));
            learning.close();
        }
    }

    private S360Server started(String setting) {
        return S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withStore(behind -> {
                    store.set(behind);
                    return faults.before(behind);
                })
                .with("s360.learn-disabled-every=PT0.01S")
                .with(setting));
    }

    /** In the store only, as another instance does it. */
    private void disableElsewhere() {
        SessionStore shared = Objects.requireNonNull(store.get());
        shared.disableClient(CLIENT, shared.now());
    }

    private static void awaitRefusal(WireCaller client) {
        soon().until(() -> ask(client).code().equals("CLIENT_AUTH_FAILED"));
    }

    /** Something that is refused by all, so that the store is not asked. */
    private static WireCaller.Answer ask(WireCaller client) {
        return client.postObject(WireCaller.CONTRACT.operation("GetContext").path(), "");
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
