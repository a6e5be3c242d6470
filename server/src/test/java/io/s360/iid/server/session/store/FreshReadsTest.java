package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.proof.Crowd;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What one caller has seen, no later caller sees undone: not even between a commit and its acknowledgement. */
class FreshReadsTest {

    private static final int CHANGES = 20_000;
    private static final int READERS = 4;

    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void goBackForNobody() {
        try (TestDatabase database = TestDatabase.emptyInMemory();
                Crowd readers = new Crowd()) {
            database.execute("create table counter (id integer primary key, reached integer)");
            database.execute("insert into counter values (1, 0)");

            List<Future<?>> reading = readers.begin(Crowd.times(READERS, () -> read(database)));
            change(database);
            over.set(true);
            readers.finish(reading);
        }

        assertThat(seen).hasValue(CHANGES);
        assertThat(stale).hasValue(0);
    }

    private void read(TestDatabase database) {
        try (Connection connection = database.connection();
                PreparedStatement look = connection.prepareStatement("select reached from counter where id = 1")) {
            while (!over.get()) {
                int least = seen.get();
                int reached = reached(look);
                seen.accumulateAndGet(reached, Math::max);
                if (reached < least) {
                    stale.incrementAndGet();
                }
            }
            seen.accumulateAndGet(reached(look), Math::max);
        } catch (SQLException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static int reached(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private void change(TestDatabase database) {
        try (Connection connection = database.connection();
                PreparedStatement next =
                        connection.prepareStatement("update counter set reached = reached + 1 where id = 1")) {
            for (int number = 0; number < CHANGES; number++) {
                next.executeUpdate();
            }
        } catch (SQLException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
