package io.s360.iid.server.session;

import static io.s360.iid.server.session.SessionsForTests.CHILD;
import static io.s360.iid.server.session.SessionsForTests.CLIENT;
import static io.s360.iid.server.session.SessionsForTests.NOW;
import static io.s360.iid.server.session.SessionsForTests.OTHER_CLIENT;
import static io.s360.iid.server.session.SessionsForTests.PARENT;
import static io.s360.iid.server.session.SessionsForTests.aChildOf;
import static io.s360.iid.server.session.SessionsForTests.aParent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s360.iid.server.FakeClock;
import io.s360.iid.server.session.store.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All sessions of a client end, however many they are, and nobody waits for all of them at once. */
class DisabledClientsTest {

    private static final int MORE_THAN_A_BATCH = 1100;
    private static final TestDatabase DATABASE = TestDatabase.inMemory();
    private static final Runnable NOTHING = () -> {};

    private final SessionStore store = DATABASE.store(FakeClock.at(NOW.toString()));
    private final List<ChildSession> children = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private IntConsumer before = batch -> {};
    private final DisabledClients disabled = new DisabledClients(watched());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void open() {
        ParentSession parent = aParent();
        store.addParent(parent);
        store.enableClient(CLIENT);
        store.enableClient(OTHER_CLIENT);
        IntStream.range(0, MORE_THAN_A_BATCH)
                .mapToObj(number -> aChildOf(
                        parent,
                        new Lifespan(
                                NOW, NOW.plusSeconds(60).plusMillis(number), NOW.plus(CHILD.atMost()), null, null)))
                .peek(store::addChild)
                .forEach(children::add);
    }

    @Test
    void endsAllInBatches() {
        disabled.disable(CLIENT, NOTHING);

        assertThat(active()).isEmpty();
        assertThat(asked)
                .hasSizeGreaterThan(1)
                .allSatisfy(about -> assertThat(about).isLessThan(MORE_THAN_A_BATCH));
    }

    @Test
    void endsAlsoWhatIsExtendedMeanwhile() {
        before = batch -> active().limit(1).forEach(this::extend);

        disabled.disable(CLIENT, NOTHING);

        assertThat(active()).isEmpty();
    }

    /** Whoever counted what he has ended himself would believe that there was no more. */
    @Test
    void endsTheRestWhenOthersEndSomeMeanwhile() {
        before = batch -> active().limit(10)
                .forEach(child -> store.endChild(child.id(), new Lifespan.Ending(NOW, EndReason.LOGOUT)));

        disabled.disable(CLIENT, NOTHING);

        assertThat(active()).isEmpty();
    }

    @Test
    void tellsThatAClientIsOutThoughItsSessionsCannotBeEnded() {
        List<String> told = new ArrayList<>();
        before = batch -> {
            throw new StoreUnavailable("gone", null);
        };

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> disabled.disable(CLIENT, () -> told.add("out")));

        assertThat(told).containsExactly("out");
        assertThat(disabled.contains(CLIENT)).isTrue();
    }

    /** Otherwise whoever is disabled elsewhere would be let in here for as long. */
    @Test
    void learnsWhileItEnds() {
        before = batch -> {
            store.disableClient(OTHER_CLIENT, NOW);
            CompletableFuture.runAsync(disabled::reload)
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
        };

        disabled.disable(CLIENT, NOTHING);

        assertThat(disabled.contains(OTHER_CLIENT)).isTrue();
    }

    @Test
    void letsNobodyInWhileItShutsOut() {
        AtomicReference<Thread> other = new AtomicReference<>();
        before = batch -> {
            if (other.compareAndSet(null, new Thread(() -> disabled.enable(CLIENT, NOTHING)))) {
                other.get().start();
                Awaitility.await()
                        .until(() -> EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED)
                                .contains(other.get().getState()));
                assertThat(store.disabledClients()).contains(CLIENT);
            }
        };

        disabled.disable(CLIENT, NOTHING);

        Awaitility.await().until(() -> store.disabledClients().isEmpty());
    }

    /** Else a few calls would hold all threads of the management port, and no probe would be answered. */
    @Test
    void turnsAwayWhoeverWouldWaitLong() {
        DisabledClients impatient = new DisabledClients(watched(), Duration.ZERO);
        AtomicReference<CompletableFuture<Void>> second = new AtomicReference<>();
        before = batch -> {
            second.set(CompletableFuture.runAsync(() -> impatient.disable(OTHER_CLIENT, NOTHING)));
            assertThat(second.get()).failsWithin(Duration.ofSeconds(20));
        };

        impatient.disable(CLIENT, NOTHING);

        assertThat(second.get())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StoreUnavailable.class);
        assertThat(store.disabledClients()).containsExactly(CLIENT);
    }

    @Test
    void endsNothingMoreOnceTheClientIsInAgain() {
        before = batch -> store.enableClient(CLIENT);

        disabled.disable(CLIENT, NOTHING);

        assertThat(asked).hasSize(1);
        assertThat(active()).isNotEmpty();
    }

    private void extend(ChildSession child) {
        SessionStore.Extension later = new SessionStore.Extension(NOW, NOW.plus(PARENT.idle()));
        assertThat(store.refreshChild(child.id(), later, later, NOW)).isPresent();
    }

    private Stream<ChildSession> active() {
        return children.stream()
                .filter(child -> store.findChild(child.id())
                        .orElseThrow()
                        .endReasonAt(NOW)
                        .isEmpty());
    }

    /** The same store, with something done before each batch. */
    private SessionStore watched() {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("endChildrenOf")) {
                        asked.add((Integer) arguments[3]);
                        before.accept(asked.size());
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
