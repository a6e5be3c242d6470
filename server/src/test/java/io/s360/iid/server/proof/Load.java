package io.s360.iid.server.proof;

import io.s360.iid.server.proof.history.Event;
import io.s360.iid.server.proof.history.History;
import io.s360.iid.server.proof.history.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Clients and a portal that live their lives until they are told to stop. Whatever happens to them, they go on. */
public final class Load implements AutoCloseable {

    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    /** A client may have one more. */
    private static final int LEFT_UNDER_ONE_PARENT = 4;

    /** What the owner of a child does before it ends. */
    public static final List<Kind> ALL_DEEDS =
            List.of(Kind.REFRESH, Kind.MESSAGES, Kind.GET, Kind.VALIDATE, Kind.REFRESH, Kind.MESSAGES);

    /** The same without what changes nothing. */
    public static final List<Kind> CHANGES = List.of(Kind.REFRESH, Kind.MESSAGES, Kind.REFRESH, Kind.MESSAGES);

    private final Crowd crowd = new Crowd();
    private final History history;
    private final Supplier<Instance> servers;
    private final List<Client> clients;
    private final List<Kind> deeds;
    private final Queue<Child> children = new ConcurrentLinkedQueue<>();
    private final AtomicLong changes = new AtomicLong();
    private final List<Future<?>> workers;
    private volatile boolean isOver;

    private Load(History history, Supplier<Instance> servers, List<Client> clients, int workers, List<Kind> deeds) {
        this.history = history;
        this.deeds = deeds;
        this.servers = servers;
        this.clients = clients;
        this.workers = crowd.begin(Crowd.times(workers, this::live));
    }

    /** @param servers gives the one that the next call goes to */
    public static Load begin(
            History history, Supplier<Instance> servers, List<Client> clients, int workers, List<Kind> deeds) {
        return new Load(history, servers, clients, workers, deeds);
    }

    /** Waits until so many changes have been acknowledged since it began. */
    public void awaitChanges(long number) {
        while (changes.get() < number) {
            if (workers.stream().allMatch(Future::isDone)) {
                stop();
                throw new AssertionError("The load has ended of itself");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Waits until so many more changes have been acknowledged. */
    public void awaitMore(long number) {
        awaitChanges(changes.get() + number);
    }

    public long changes() {
        return changes.get();
    }

    /** Lets everybody finish the call that is under way. */
    public void stop() {
        isOver = true;
        crowd.finish(workers);
    }

    /** Every child session whose creation was acknowledged. */
    public List<Child> children() {
        return List.copyOf(children);
    }

    /**
     * Looks at every child again, from its owner's side. Who lives takes messages, so that their numbers show, and is
     * extended, so that it still lives at the next look.
     */
    public static void lookAgain(History history, Supplier<Instance> servers, List<Child> children) {
        try (Crowd crowd = new Crowd()) {
            Queue<Child> unseen = new ConcurrentLinkedQueue<>(children);
            crowd.atOnce(Crowd.times(8, () -> {
                for (Child child = unseen.poll(); child != null; child = unseen.poll()) {
                    if (child.client()
                            .call(history, servers.get(), Kind.GET, child)
                            .outcome()
                            .isSuccess()) {
                        child.client().call(history, servers.get(), Kind.MESSAGES, child);
                        child.client().call(history, servers.get(), Kind.REFRESH, child);
                    }
                }
            }));
        }
    }

    private void live() {
        @Nullable Parent parent = null;
        int left = 0;
        while (!isOver) {
            if (parent == null || left == LEFT_UNDER_ONE_PARENT) {
                parent = openParent();
                left = 0;
            } else {
                left += liveUnder(parent);
            }
        }
    }

    private @Nullable Parent openParent() {
        Optional<Parent> opened = Operator.openParent(history, servers.get());
        note(opened.isPresent());
        return opened.orElse(null);
    }

    /** The life of one child; returns how many may still be active after it. */
    private int liveUnder(Parent parent) {
        Client client = clients.get(ThreadLocalRandom.current().nextInt(clients.size()));
        Optional<Child> made = client.create(history, servers.get(), parent);
        note(made.isPresent());
        if (made.isEmpty()) {
            return 1;
        }
        Child child = made.get();
        children.add(child);
        deeds.stream()
                .takeWhile(deed -> !isOver)
                .forEach(deed -> note(client.call(history, servers.get(), deed, child)));
        return isOver ? 1 : end(child);
    }

    private int end(Child child) {
        int choice = ThreadLocalRandom.current().nextInt(10);
        if (choice < 2) {
            return 1;
        }
        Event end = choice < 4
                ? Operator.endChild(history, servers.get(), child)
                : child.client().call(history, servers.get(), Kind.LOGOUT, child);
        note(end);
        return end.outcome().isSuccess() ? 0 : 1;
    }

    private void note(Event event) {
        note(event.outcome().isSuccess(), event.kind().isChange());
    }

    private void note(boolean isSuccess) {
        note(isSuccess, true);
    }

    private void note(boolean isSuccess, boolean isChange) {
        if (!isSuccess) {
            LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
        } else if (isChange) {
            changes.incrementAndGet();
        }
    }

    @Override
    public void close() {
        isOver = true;
        crowd.close();
    }
}
