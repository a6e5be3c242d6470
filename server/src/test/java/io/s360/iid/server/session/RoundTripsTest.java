package io.s360.iid.server.session;

import static io.s360.iid.server.session.SessionsForTests.CLIENT;
import static io.s360.iid.server.session.SessionsForTests.SETTINGS;
import static io.s360.iid.server.session.SessionsForTests.aPerson;
import static io.s360.iid.server.session.SessionsForTests.aText;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.store.CountedPostgres;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How often an operation waits for PostgreSQL, counted at the socket, also once the driver has prepared the statements. */
class RoundTripsTest {

    /** By then the driver has prepared its statements at the server, and knows what they give. */
    private static final int TIMES = 12;

    private static final Caller CALLER = new Caller(CLIENT, true);

    private static CountedPostgres database;
    private static ParentSessions parents;
    private static ChildSessions children;
    private static Messages messages;

    @BeforeAll
    static void open() {
        database = CountedPostgres.open();
        SessionStore store = database.store();
        SessionIds ids = new RandomSessionIds();
        parents = new ParentSessions(store, ids, SETTINGS);
        children = new ChildSessions(store, ids, SETTINGS);
        messages = new Messages(store, ids, SETTINGS);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** What is done to a child session that is new each time. */
    interface Operation {
        void on(SessionToken token, UUID child);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("context", 1, (token, child) -> parents.get(CALLER, token)),
                operation("get", 1, (token, child) -> children.get(CALLER, token, child)),
                operation("validate", 1, (token, child) -> children.validate(CALLER, token, child)),
                operation("create", 2, (token, child) -> children.create(CALLER, token)),
                operation("refresh", 2, (token, child) -> children.refresh(CALLER, token, child)),
                operation(
                        "messages",
                        2,
                        (token, child) -> messages.add(CALLER, token, child, List.of(aText(null), aText("own")))),
                operation("logout", 2, (token, child) -> children.logout(CALLER, token, child)),
                operation("end by an operator", 2, (token, child) -> children.end(child, EndReason.ADMIN)),
                operation("end of a parent", 2, (token, child) -> parents.end(token, EndReason.ADMIN)),
                operation(
                        "a second logout",
                        1,
                        (token, child) -> thatIsRefused(() -> {
                            children.logout(CALLER, token, UUID.randomUUID());
                        })),
                operation("opening a parent", 2, (token, child) -> parents.create(aPerson())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void takesNoMoreRoundTripsThan(String name, int atMost, Operation operation) {
        for (int time = 0; time < TIMES; time++) {
            SessionToken token = parents.create(aPerson()).token();
            UUID child = children.create(CALLER, token).id();
            database.waitUntilDue(child);

            int before = database.roundTrips();
            operation.on(token, child);

            assertThat(database.roundTrips() - before).isEqualTo(atMost);
        }
    }

    private static Arguments operation(String name, int atMost, Operation operation) {
        return Arguments.of(name, atMost, operation);
    }

    private static void thatIsRefused(ThrowingCallable call) {
        assertThat(ThrowableAssert.catchThrowable(call)).isInstanceOf(SessionRefusal.class);
    }
}
