package io.s360.iid.server;

import io.s360.iid.server.session.DisabledClients;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
    void learnsWhileItSweeps() throws InterruptedException {
        try (S360Server server = started("s360.sweep-every=PT0.01S")) {
            Faults.Held sweep = faults.hold();
            try {
                sweep.awaitArrival();

                disableElsewhere();

                awaitRefusal(WireCaller.of(server, CLIENT));
            } finally {
                sweep.release();
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
        DisabledClients disabled = new DisabledClients(unavailableOnce());
        Learning learning = new Learning(disabled, Duration.ofMillis(1));

        soon().until(() -> disabled.contains(CLIENT));

        learning.close();
    }

    private static SessionStore unavailableOnce() {
        AtomicBoolean asked = new AtomicBoolean();
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    if (asked.getAndSet(true)) {
                        return Set.of(CLIENT);
                    }
                    throw new StoreUnavailable("gone", null);
                });
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
}
