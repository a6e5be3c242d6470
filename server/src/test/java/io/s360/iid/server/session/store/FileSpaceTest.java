package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.ChildSession;
import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.server.session.SessionsForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room in the file of the embedded store. */
class FileSpaceTest {

    private static final String FILE = "s360.mv.db";
    private static final int LIVES = 6;
    private static final int CHANGES = 300;
    private static final Duration LONG = Duration.ofMinutes(30);

    @TempDir
    private Path folder;

    /** Each life of the server is shorter than H2 waits before it uses anything again. */
    @Test
    void isUsedAgainAfterASuddenEnd() throws IOException {
        long afterTheFirst = 0;
        long afterTheLast = 0;
        Path data = Files.createDirectory(folder.resolve("data-0"));
        for (int life = 1; life <= LIVES; life++) {
            Path next = Files.createDirectory(folder.resolve("data-" + life));
            try (TestDatabase database = TestDatabase.in(data)) {
                change(database);
                Files.copy(data.resolve(FILE), next.resolve(FILE));
            }
            afterTheLast = Files.size(next.resolve(FILE));
            afterTheFirst = life == 1 ? afterTheLast : afterTheFirst;
            data = next;
        }

        assertThat(afterTheFirst).isGreaterThan(0);
        assertThat(afterTheLast).isLessThan(2 * afterTheFirst);
    }

    private static void change(TestDatabase database) {
        JdbcSessionStore store = database.storeOfItsOwnTime();
        store.takeOver();
        Instant now = store.now();
        ParentSession parent = SessionsForTests.aParent(lifespan(now));
        ChildSession child = SessionsForTests.aChildOf(parent, lifespan(now));
        assertThat(store.addParent(parent)).isTrue();
        assertThat(store.addChild(child)).isTrue();
        for (int number = 1; number <= CHANGES; number++) {
            Instant at = now.plusMillis(number);
            Extension later = new Extension(at, at.plus(LONG));
            assertThat(store.refreshChild(child.id(), later, later, at)).isPresent();
        }
    }

    private static Lifespan lifespan(Instant now) {
        return new Lifespan(now, now.plus(LONG), now.plus(LONG.multipliedBy(9)), null, null);
    }
}
