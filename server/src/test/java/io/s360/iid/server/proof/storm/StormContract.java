package io.s360.iid.server.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.server.proof.Child;
import io.s360.iid.server.proof.Client;
import io.s360.iid.server.proof.Crowd;
import io.s360.iid.server.proof.Instance;
import io.s360.iid.server.proof.Operator;
import io.s360.iid.server.proof.Parent;
import io.s360.iid.server.proof.Scale;
import io.s360.iid.server.proof.history.Circumstances;
import io.s360.iid.server.proof.history.Event;
import io.s360.iid.server.proof.history.History;
import io.s360.iid.server.proof.history.HistoryCheck;
import io.s360.iid.server.proof.history.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds when many come at once. Each store, and each number of servers on it, extends this. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StormContract {

    private static final int PER_CLIENT = 5;
    private static final int PER_PARENT = 32;
    private static final int MANY = Scale.of(256, 16_000);
    private static final long END_OF_MANY_WITHIN = TimeUnit.SECONDS.toNanos(5);
    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final int LANES = 20;
    private static final List<Client> CLIENTS = Client.several(8);
    private static final Client ONE = CLIENTS.get(0);
    private static final Client STRANGER = CLIENTS.get(1);
    private static final List<Kind> ALL_KINDS_ON_A_CHILD =
            List.of(Kind.GET, Kind.VALIDATE, Kind.REFRESH, Kind.MESSAGES, Kind.LOGOUT);

    private final Crowd crowd = new Crowd();
    private final List<Stage> stages = new ArrayList<>();
    private Stage stage;
    private Stage stageForMany;
    private Stage stageOfMoments;

    /** What servers must be told of a new and empty store. */
    abstract List<String> newStore();

    /** How many servers there are on a store. */
    abstract int servers();

    @BeforeAll
    void start() {
        stage = started(Stage.contractWithLimits(PER_CLIENT, PER_PARENT));
        stageForMany = started(Stage.contractWithLimits(MANY, MANY));
        stageOfMoments = started(Stage.contractOfMoments(MOMENT), "s360.sweep-every=PT0.005S");
    }

    private Stage started(Contract contract, String... settings) {
        List<String> all = new ArrayList<>(newStore());
        all.addAll(List.of(settings));
        Stage started = new Stage(servers(), contract, all, CLIENTS);
        stages.add(started);
        return started;
    }

    @AfterAll
    void stop() {
        stages.forEach(Stage::close);
        crowd.close();
    }

    @Test
    void refreshesOneChildForAllWhoWantItAtOnce() {
        storm("64 refreshes of one child at once", Scale.of(6, 1_000), Circumstances.calm(), history -> {
            Child child = aChild(history);
            Instant before = parentExpiry(child.parent());

            crowd.atOnce(Crowd.times(64, () -> ONE.call(history, stage.any(), Kind.REFRESH, child)));

            assertThat(history.of(Kind.REFRESH))
                    .hasSize(64)
                    .allMatch(event -> event.outcome().isSuccess());
            assertThat(parentExpiry(child.parent()))
                    .as("written again within its minute")
                    .isEqualTo(before);
        });
    }

    @Test
    void logsOutOnceHoweverManyWantIt() {
        storm("64 logouts of one child at once", Scale.of(6, 1_000), Circumstances.calm(), history -> {
            Child child = aChild(history);

            crowd.atOnce(Crowd.times(64, () -> ONE.call(history, stage.any(), Kind.LOGOUT, child)));

            assertThat(successesOf(history, Kind.LOGOUT)).isOne();
        });
    }

    @Test
    void neverRevivesWhatIsLoggedOut() {
        storm(
                "8 validating and 8 refreshing against one logout, and a stranger who tries everything",
                Scale.of(25, 10_000),
                Circumstances.calm(),
                history -> {
                    Child child = aChild(history);
                    AtomicBoolean isOut = new AtomicBoolean();
                    CountDownLatch underWay = new CountDownLatch(17);
                    List<Runnable> work = new ArrayList<>();
                    List<Kind> validate = List.of(Kind.VALIDATE);
                    List<Kind> refresh = List.of(Kind.REFRESH);
                    work.addAll(Crowd.times(8, () -> ask(ONE, history, validate, child, underWay, isOut)));
                    work.addAll(Crowd.times(8, () -> ask(ONE, history, refresh, child, underWay, isOut)));
                    work.add(() -> ask(STRANGER, history, ALL_KINDS_ON_A_CHILD, child, underWay, isOut));
                    work.add(() -> {
                        await(underWay);
                        ONE.call(history, stage.any(), Kind.LOGOUT, child);
                        isOut.set(true);
                    });

                    crowd.atOnce(work);

                    assertThat(successesOf(history, Kind.LOGOUT)).isOne();
                    assertThat(history.events())
                            .filteredOn(event -> event.client().equals(STRANGER.id()))
                            .hasSizeGreaterThanOrEqualTo(ALL_KINDS_ON_A_CHILD.size())
                            .noneMatch(event -> event.outcome().isSuccess());
                });
    }

    /** Until it is logged out, and once more. */
    private void ask(
            Client client,
            History history,
            List<Kind> kinds,
            Child child,
            CountDownLatch underWay,
            AtomicBoolean isOut) {
        boolean isLast;
        do {
            isLast = isOut.get();
            kinds.forEach(kind -> client.call(history, stage.any(), kind, child));
            underWay.countDown();
        } while (!isLast);
    }

    @Test
    void keepsTheLimitsExactly() {
        Circumstances limited = Circumstances.calm().withLimits(PER_CLIENT, PER_PARENT);
        storm("creates against both limits", Scale.of(8, 1_000), limited, history -> {
            Parent parent = aParent(history);
            List<Runnable> work = new ArrayList<>();
            CLIENTS.forEach(client ->
                    work.addAll(Crowd.times(PER_CLIENT + 1, () -> client.create(history, stage.any(), parent))));

            crowd.atOnce(work);

            assertThat(successesOf(history, Kind.CREATE)).isEqualTo(PER_PARENT);
        });
    }

    @Test
    void leavesNoChildUnderAParentThatEnds() {
        storm("creates against the end of the parent", Scale.of(12, 10_000), Circumstances.calm(), history -> {
            Parent parent = aParent(history);
            Queue<Child> made = new ConcurrentLinkedQueue<>();
            List<Runnable> work = new ArrayList<>();
            CLIENTS.forEach(client -> work.add(() -> {
                for (int times = 0; times < 3; times++) {
                    client.create(history, stage.any(), parent).ifPresent(made::add);
                }
            }));
            work.add(() -> Operator.endParent(history, stage.any(), parent));

            crowd.atOnce(work);

            made.forEach(child -> child.client().call(history, stage.any(), Kind.GET, child));
            assertThat(history.of(Kind.GET)).noneMatch(event -> event.outcome().isSuccess());
        });
    }

    @Test
    void losesNoneOfManyThatAreOpenedAtOnce() {
        Circumstances limited = Circumstances.calm().withLimits(MANY, MANY);
        storm(MANY + " children opened by 32 at once", 1, limited, history -> {
            Parent parent = Operator.openParent(history, stageForMany.any()).orElseThrow();
            Queue<Child> made = new ConcurrentLinkedQueue<>();

            crowd.atOnce(Crowd.times(32, () -> {
                for (int times = 0; times < MANY / 32; times++) {
                    Client client = CLIENTS.get(times % CLIENTS.size());
                    client.create(history, stageForMany.any(), parent).ifPresent(made::add);
                }
            }));

            assertThat(made).hasSize(MANY);
            assertThat(ONE.create(history, stageForMany.any(), parent))
                    .as("one too many")
                    .isEmpty();
            made.forEach(child -> child.client().call(history, stageForMany.any(), Kind.GET, child));
            assertThat(successesOf(history, Kind.GET)).isEqualTo(MANY);
        });
    }

    @Test
    void endsManyChildrenWithTheirParentWhileAllAreRefreshed() {
        storm("the parent of " + MANY + " children ends", 1, Circumstances.calm(), history -> {
            Parent parent = Operator.openParent(history, stageForMany.any()).orElseThrow();
            Queue<Child> made = new ConcurrentLinkedQueue<>();
            crowd.atOnce(Crowd.times(16, () -> {
                for (int times = 0; times < MANY / 16; times++) {
                    ONE.create(history, stageForMany.any(), parent).ifPresent(made::add);
                }
            }));
            AtomicBoolean isOver = new AtomicBoolean();
            CountDownLatch underWay = new CountDownLatch(16);
            Queue<Child> turns = new ConcurrentLinkedQueue<>(made);
            List<Future<?>> refreshing = crowd.begin(Crowd.times(16, () -> {
                while (!isOver.get()) {
                    Child child = turns.remove();
                    turns.add(child);
                    ONE.call(history, stageForMany.any(), Kind.REFRESH, child);
                    underWay.countDown();
                }
            }));
            await(underWay);

            Event end = Operator.endParent(history, stageForMany.any(), parent);
            isOver.set(true);
            crowd.finish(refreshing);

            Scale.tell("%s: ended in %d ms", name(), (end.end() - end.start()) / 1_000_000);
            assertThat(end.outcome().isSuccess()).isTrue();
            assertThat(end.end() - end.start()).isLessThan(END_OF_MANY_WITHIN);
            made.forEach(child -> ONE.call(history, stageForMany.any(), Kind.GET, child));
            assertThat(successesOf(history, Kind.GET)).isZero();
        });
    }

    @Test
    void shutsADisabledClientOutOfAllServersWithinASecond() {
        storm("a client disabled while active", Scale.of(2, 20), Circumstances.calm(), history -> {
            Child child = aChild(history);
            CountDownLatch underWay = new CountDownLatch(8);
            List<Future<?>> asking = crowd.begin(stage.instances().stream()
                    .map(instance -> (Runnable) () -> askUntilOut(history, instance, child, underWay))
                    .toList());
            await(underWay);

            Operator.disable(history, stage.any(), ONE);
            crowd.finish(asking);

            assertThat(history.events().stream()
                            .filter(event -> event.outcome().code().equals("CLIENT_AUTH_FAILED"))
                            .map(Event::instance)
                            .collect(Collectors.toSet()))
                    .hasSize(stage.instances().size());
            Operator.enable(stage.any(), ONE);
            awaitEnabled();
        });
    }

    /** A refresh that was acknowledged has been in time: who then asks in time must find the child, whoever has swept meanwhile. */
    @Test
    void isExpiredForAllOrAliveForAll() {
        Circumstances expiring = Circumstances.calm().withExpiry();
        storm(LANES + " times the sweeper against refreshes", Scale.of(5, 500), expiring, history -> {
            crowd.atOnce(Crowd.times(LANES, () -> {
                Parent parent =
                        Operator.openParent(history, stageOfMoments.any()).orElseThrow();
                Child child = ONE.create(history, stageOfMoments.any(), parent).orElseThrow();
                refreshAroundItsExpiry(history, child, lastExpiry(history, child));
            }));
        });
    }

    private void refreshAroundItsExpiry(History history, Child child, Instant expiry) {
        Queue<Event> refreshes = new ConcurrentLinkedQueue<>();
        crowd.atOnce(IntStream.range(-2, 2)
                .<Runnable>mapToObj(offset -> () -> {
                    parkUntil(expiry.plusMillis(offset));
                    refreshes.add(ONE.call(history, stageOfMoments.any(), Kind.REFRESH, child));
                })
                .toList());
        boolean isAlive = refreshes.stream().anyMatch(event -> event.outcome().isSuccess());

        Event last = ONE.call(history, stageOfMoments.any(), Kind.GET, child);
        if (Instant.now().isBefore(lastExpiry(history, child)) || !isAlive) {
            assertThat(last.outcome().isSuccess())
                    .as("%s after %s", last, refreshes)
                    .isEqualTo(isAlive);
        }
    }

    private static Instant lastExpiry(History history, Child child) {
        return history.events().stream()
                .filter(event -> child.id().equals(event.child()))
                .map(event -> event.outcome().expiresAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void parkUntil(Instant instant) {
        for (Duration left = Duration.between(Instant.now(), instant);
                left.compareTo(Duration.ZERO) > 0;
                left = Duration.between(Instant.now(), instant)) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    private static void askUntilOut(History history, Instance instance, Child child, CountDownLatch underWay) {
        Event event;
        do {
            event = ONE.call(history, instance, Kind.VALIDATE, child);
            underWay.countDown();
        } while (!event.outcome().code().equals("CLIENT_AUTH_FAILED"));
    }

    /** The others learn it from the store, a moment later. */
    private void awaitEnabled() {
        History unjudged = new History();
        Parent parent = aParent(unjudged);
        for (Instance instance : stage.instances()) {
            while (ONE.create(unjudged, instance, parent).isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    private void storm(String what, int rounds, Circumstances circumstances, Consumer<History> round) {
        long start = System.nanoTime();
        long calls = 0;
        for (int number = 1; number <= rounds; number++) {
            History history = new History();
            round.accept(history);
            calls += history.size();
            assertThat(new HistoryCheck(circumstances).violations(history))
                    .as("round %d of %s", number, what)
                    .isEmpty();
        }
        Scale.tell(
                "%s: %s, %d rounds, %d calls, no violation, no fault, %.1f s",
                name(), what, rounds, calls, (System.nanoTime() - start) / 1e9);
    }

    private String name() {
        return getClass().getSimpleName().replace("Test", "");
    }

    private Parent aParent(History history) {
        return Operator.openParent(history, stage.any()).orElseThrow();
    }

    private Child aChild(History history) {
        return ONE.create(history, stage.any(), aParent(history)).orElseThrow();
    }

    private Instant parentExpiry(Parent parent) {
        return ONE.expiryOf(stage.any(), parent);
    }

    private static long successesOf(History history, Kind kind) {
        return history.of(kind).stream()
                .filter(event -> event.outcome().isSuccess())
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
