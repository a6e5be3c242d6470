package io.s360.iid.server.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.Lifespan;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionsForTests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However much is over, a batch of the sweeper reads no more of it than a batch. The embedded store counts for itself. */
class SweepPlanTest {

    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    private static final int OVER = 500;
    private static final int BATCH = 10;
    private static final Pattern ROWS_READ = Pattern.compile("scanCount: (\\d+)");

    private final TestDatabase database = TestDatabase.inMemory();

    @BeforeEach
    void keepWhatIsOver() {
        SessionStore store = database.store(InstantSource.system());
        Lifespan over = new Lifespan(NOW.minus(Duration.ofHours(1)), NOW, NOW, null, null);
        for (int number = 0; number < OVER; number++) {
            ParentSession parent = SessionsForTests.aParent(over);
            store.addParent(parent);
            store.addParent(SessionsForTests.aParent(over));
            store.addChild(SessionsForTests.aChildOf(parent, over));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {ChildEnds.OVER, ParentRows.OVER})
    void readsNoMoreThanABatch(String over) {
        String plan = JdbcClient.create(database.dataSource())
                .sql("explain analyze " + over)
                .param("by", Columns.toColumn(NOW))
                .param("atMost", BATCH)
                .query(String.class)
                .single();

        assertThat(ROWS_READ.matcher(plan).results().map(SweepPlanTest::toInt))
                .isNotEmpty()
                .allMatch(rows -> rows <= 4 * BATCH);
    }

    private static int toInt(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }
}
