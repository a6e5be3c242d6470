package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.proof.Crowd;
import io.s360.iid.server.proof.Scale;
import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.EndReason;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.NewMessage;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionStore.ChildLimits;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.server.session.SessionsForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.table.Table;
import org.h2.value.VersionedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The embedded store can end at any moment of many changes at once: whatever is in its file then is whole when it is read
 * again. Killing it finds a moment in a thousand; here the file is copied between the writes to it.
 */
class SuddenEndTest {

    private static final int ROUNDS = Scale.of(1, 10);
    private static final int WRITERS = 8;
    private static final int CHANGES = 1_200;
    private static final int WRITES_FROM_COPY_TO_COPY = 2;
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final ChildLimits NO_LIMITS = new ChildLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
    private static final List<NewMessage> MESSAGE = List.of(new NewMessage("INFO", "a", "b", null));

    @TempDir
    private Path folder;

    @Test
    void leavesNothingHalfDone() throws Exception {
        int copies = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            copies += copiesWithNothingHalfDone(Files.createDirectory(folder.resolve("round-" + round)));
        }

        Scale.tell("%d copies of a file while %d wrote to it, nothing half done in any", copies, WRITERS);
        assertThat(copies).isGreaterThan(ROUNDS * CHANGES / 2);
    }

    /** @return how many there were */
    private static int copiesWithNothingHalfDone(Path round) throws IOException {
        List<Path> copies = copiesOfAStoreUnderLoad(round);
        List<String> halfDone =
                copies.parallelStream().flatMap(copy -> halfDone(copy).stream()).toList();
        assertThat(halfDone).isEmpty();
        FileSystemUtils.deleteRecursively(round);
        return copies.size();
    }

    private static List<Path> copiesOfAStoreUnderLoad(Path round) throws IOException {
        try (TestDatabase database = TestDatabase.withCopiedFiles(round.resolve("data"));
                Crowd writers = new Crowd()) {
            SessionStore store = database.storeOfItsOwnTime();
            List<ChildSession> children = children(store);
            AtomicInteger left = new AtomicInteger(CHANGES);
            try (CopiedFiles.Copies copies = CopiedFiles.begin(round, "s360.mv.db", WRITES_FROM_COPY_TO_COPY)) {
                writers.atOnce(Crowd.times(WRITERS, () -> {
                    while (left.getAndDecrement() > 0) {
                        change(store, children);
                    }
                }));
                return copies.made();
            }
        }
    }

    private static List<ChildSession> children(SessionStore store) {
        Instant now = store.now();
        List<ChildSession> children = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            ParentSession parent = SessionsForTests.aParent(lifespan(now));
            assertThat(store.addParent(parent)).isTrue();
            for (int ofParent = 0; ofParent < 20; ofParent++) {
                ChildSession child = SessionsForTests.aChildOf(parent, lifespan(now));
                assertThat(store.addChild(child)).isTrue();
                children.add(child);
            }
        }
        return children;
    }

    private static void change(SessionStore store, List<ChildSession> children) {
        ChildSession child = children.get(ThreadLocalRandom.current().nextInt(children.size()));
        Instant now = store.now();
        Extension later = new Extension(now, now.plus(LONG));
        switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> store.addMessages(child.id(), List.of(UUID.randomUUID()), MESSAGE, CHANGES, now);
            case 1 -> {
                ChildSession opened = SessionsForTests.aChildOf(child.parent(), lifespan(now));
                store.openChild(opened, later, NO_LIMITS);
                store.endChild(opened.id(), new Lifespan.Ending(now, EndReason.LOGOUT));
            }
            default -> store.refreshChild(child.id(), later, later, now);
        }
    }

    private static Lifespan lifespan(Instant now) {
        return new Lifespan(now, now.plus(LONG), now.plus(LONG.multipliedBy(9)), null, null);
    }

    /** Indexes that are not of all rows of their table, and entries that are held by a transaction that is no more. */
    private static List<String> halfDone(Path copy) {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TestDatabase.addressIn(copy), "s360", "")) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            for (Table table : session.getDatabase().getMainSchema().getAllTablesAndViews(session)) {
                long rows = table.getRowCount(session);
                table.getIndexes().stream()
                        .filter(index -> index.getRowCount(session) != rows)
                        .forEach(index -> found.add(copy + ": " + index.getName() + " is not of " + rows + " rows"));
            }
            MVStore file = session.getDatabase().getStore().getMvStore();
            file.getMapNames().stream()
                    .filter(name -> name.startsWith("table.") || name.startsWith("index."))
                    .filter(name -> isHeld(file.openMap(name)))
                    .forEach(name -> found.add(copy + ": an entry of " + name + " is held"));
        } catch (SQLException | IOException broken) {
            found.add(copy + ": " + broken);
        }
        return found;
    }

    private static boolean isHeld(MVMap<?, ?> map) {
        return map.values().stream().anyMatch(value -> ((VersionedValue<?>) value).getOperationId() != 0);
    }
}
