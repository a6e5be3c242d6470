package io.s360.iid.server.proof.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.proof.history.Violation.Rule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That the judge bites: histories made by hand, each wrong in one way, and some that only look wrong. */
class HistoryCheckTest {

    private static final Circumstances CALM = Circumstances.calm();
    private static final Outcome OK = Outcome.success();
    private static final Outcome OVER = Outcome.refused(401, "ALREADY_LOGGED_OUT");
    private static final Outcome ENDED = Outcome.refused(401, "SESSION_ENDED");
    private static final Outcome UNKNOWN = Outcome.refused(404, "CHILD_SESSION_NOT_FOUND");
    private static final Outcome UNAVAILABLE = Outcome.refused(503, "SERVICE_UNAVAILABLE");
    private static final Event CREATED = event(0, 1, Kind.CREATE, OK);

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(
                        "two logouts have succeeded",
                        Rule.MORE_THAN_ONE_END,
                        event(2, 5, Kind.LOGOUT, OK),
                        event(3, 6, Kind.LOGOUT, OK)),
                wrong(
                        "a logout and an end by an operator have succeeded",
                        Rule.MORE_THAN_ONE_END,
                        event(2, 5, Kind.LOGOUT, OK),
                        event(3, 6, Kind.END_CHILD, OK)),
                wrong(
                        "a refresh after the logout succeeds",
                        Rule.LIFE_AFTER_AN_END,
                        event(2, 3, Kind.LOGOUT, OK),
                        event(4, 5, Kind.REFRESH, OK)),
                wrong(
                        "a validation after the logout says valid",
                        Rule.LIFE_AFTER_AN_END,
                        event(2, 3, Kind.LOGOUT, OK),
                        event(4, 5, Kind.VALIDATE, OK)),
                wrong(
                        "messages are taken after the logout",
                        Rule.LIFE_AFTER_AN_END,
                        event(2, 3, Kind.LOGOUT, OK),
                        event(4, 5, Kind.MESSAGES, OK.numbered(1, 2))),
                wrong(
                        "one instance says over and another then says valid, while the logout is under way",
                        Rule.LIFE_AFTER_SOMEBODY_SAID_IT_IS_OVER,
                        event(2, 9, Kind.LOGOUT, OK),
                        event(3, 4, Kind.VALIDATE, Outcome.notValid()),
                        event(5, 6, Kind.VALIDATE, OK)),
                wrong(
                        "a logout succeeds after somebody said over",
                        Rule.LIFE_AFTER_SOMEBODY_SAID_IT_IS_OVER,
                        event(2, 9, Kind.LOGOUT, Outcome.broken()),
                        event(3, 4, Kind.GET, OVER),
                        event(5, 6, Kind.LOGOUT, OK)),
                wrong(
                        "a child lives after the end of its parent",
                        Rule.LIFE_UNDER_AN_ENDED_PARENT,
                        endOfParent(2, 3, OK),
                        event(4, 5, Kind.GET, OK)),
                wrong(
                        "a child is made after the end of its parent",
                        Rule.LIFE_UNDER_AN_ENDED_PARENT,
                        endOfParent(2, 3, OK),
                        event(4, 5, Kind.CREATE, "A", "second", OK)),
                wrong(
                        "a child of a disabled client lives on",
                        Rule.LIFE_OF_A_DISABLED_CLIENT,
                        new Event(2, 3, Kind.DISABLE_CLIENT, "1", "A", "", null, OK),
                        event(2_000_000_000, 2_000_000_001, Kind.GET, OK)),
                wrong(
                        "two where one may be",
                        Rule.MORE_ACTIVE_THAN_THE_LIMIT,
                        CALM.withLimits(1, 9),
                        event(2, 3, Kind.CREATE, "A", "second", OK)),
                wrong(
                        "two of two clients where one may be",
                        Rule.MORE_ACTIVE_THAN_THE_LIMIT,
                        CALM.withLimits(9, 1),
                        event(2, 3, Kind.CREATE, "B", "second", OK)),
                wrong(
                        "an expiry after the absolute limit",
                        Rule.BEYOND_THE_ABSOLUTE_LIMIT,
                        event(2, 3, Kind.REFRESH, until("2026-01-01T00:00:01Z", "2026-01-01T00:00:00Z"))),
                wrong(
                        "an absolute limit that moves",
                        Rule.BEYOND_THE_ABSOLUTE_LIMIT,
                        event(2, 3, Kind.REFRESH, until("2026-01-01T00:00:00Z", "2026-01-01T00:00:02Z")),
                        event(4, 5, Kind.GET, until("2026-01-01T00:00:00Z", "2026-01-01T00:00:03Z"))),
                wrong(
                        "an acknowledged refresh is gone",
                        Rule.EXPIRY_MOVED_BACKWARDS,
                        event(2, 3, Kind.REFRESH, until("2026-01-01T00:00:02Z", "2026-01-02T00:00:00Z")),
                        event(4, 5, Kind.GET, until("2026-01-01T00:00:01Z", "2026-01-02T00:00:00Z"))),
                wrong(
                        "a child is said to be over that nobody has ended",
                        Rule.OVER_WITHOUT_AN_END,
                        event(2, 3, Kind.GET, OVER)),
                wrong(
                        "a child is said to be over before anybody begins to end it",
                        Rule.OVER_WITHOUT_AN_END,
                        event(2, 3, Kind.VALIDATE, Outcome.notValid()),
                        event(4, 5, Kind.LOGOUT, OK)),
                wrong(
                        "a child that was logged out is said to have been ended",
                        Rule.OVER_WITHOUT_AN_END,
                        event(2, 3, Kind.LOGOUT, OK),
                        event(4, 5, Kind.GET, ENDED)),
                wrong("an acknowledged child is gone", Rule.OVER_WITHOUT_AN_END, event(2, 3, Kind.GET, UNKNOWN)),
                wrong(
                        "a logged out child is gone",
                        Rule.OVER_WITHOUT_AN_END,
                        event(2, 3, Kind.LOGOUT, OK),
                        event(4, 5, Kind.LOGOUT, UNKNOWN)),
                wrong(
                        "an outage is told as a token that is unknown",
                        Rule.A_REFUSAL_THAT_NOTHING_EXPLAINS,
                        CALM.withOutage(),
                        event(2, 3, Kind.GET, Outcome.refused(401, "SESSION_INVALID"))),
                wrong(
                        "an outage is told as a client that is unknown",
                        Rule.A_REFUSAL_THAT_NOTHING_EXPLAINS,
                        CALM.withOutage(),
                        event(2, 3, Kind.GET, Outcome.refused(401, "CLIENT_AUTH_FAILED"))),
                wrong(
                        "the limit is reached where there is room",
                        Rule.A_REFUSAL_THAT_NOTHING_EXPLAINS,
                        CALM.withLimits(2, 2),
                        event(2, 3, Kind.CREATE, "A", null, Outcome.refused(409, "SESSION_LIMIT_REACHED"))),
                wrong("a race ends with a fault", Rule.A_FAULT, event(2, 3, Kind.REFRESH, UNAVAILABLE)),
                wrong(
                        "an outage is told as a fault of the program",
                        Rule.A_FAULT,
                        CALM.withOutage(),
                        event(2, 3, Kind.REFRESH, Outcome.refused(500, "INTERNAL_ERROR"))),
                wrong(
                        "a connection breaks though nobody was killed",
                        Rule.A_FAULT,
                        CALM.withOutage(),
                        event(2, 3, Kind.REFRESH, Outcome.broken())),
                wrong(
                        "an acknowledged message is gone, and its number given again",
                        Rule.A_NUMBER_GIVEN_TWICE,
                        event(2, 3, Kind.MESSAGES, OK.numbered(1, 3)),
                        event(4, 5, Kind.MESSAGES, OK.numbered(2, 3))),
                wrong(
                        "a later message has a smaller number",
                        Rule.NUMBERS_OUT_OF_ORDER,
                        event(2, 3, Kind.MESSAGES, OK.numbered(2, 3)),
                        event(4, 5, Kind.MESSAGES, OK.numbered(1, 2))),
                wrong(
                        "a failed attempt has taken a number",
                        Rule.A_GAP_IN_THE_NUMBERS,
                        event(2, 3, Kind.MESSAGES, OK.numbered(1, 2)),
                        event(4, 5, Kind.MESSAGES, OK.numbered(3, 4))),
                wrong(
                        "another client sees the child",
                        Rule.ANOTHER_CLIENTS_CHILD,
                        event(2, 3, Kind.GET, "B", "child", OK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void finds(String what, Rule rule, Circumstances circumstances, List<Event> events) {
        assertThat(violations(circumstances, events))
                .extracting(Violation::rule)
                .contains(rule);
    }

    static Stream<Arguments> right() {
        return Stream.of(
                right(
                        "a refresh that began before the logout was acknowledged",
                        CALM,
                        event(2, 5, Kind.LOGOUT, OK),
                        event(4, 6, Kind.REFRESH, OK)),
                right(
                        "one logout of two, and everything refused after it",
                        CALM,
                        event(2, 5, Kind.LOGOUT, OK),
                        event(3, 4, Kind.LOGOUT, OVER),
                        event(6, 7, Kind.GET, OVER),
                        event(6, 7, Kind.VALIDATE, Outcome.notValid())),
                right(
                        "a logout that nobody answered has had its effect",
                        CALM.withDeaths(),
                        event(2, 3, Kind.LOGOUT, Outcome.broken()),
                        event(4, 5, Kind.GET, OVER)),
                right(
                        "a logout that nobody answered has had none",
                        CALM.withDeaths(),
                        event(2, 3, Kind.LOGOUT, Outcome.broken()),
                        event(4, 5, Kind.GET, OK),
                        event(6, 7, Kind.LOGOUT, OK)),
                right("503 while the store is away", CALM.withOutage(), event(2, 3, Kind.GET, UNAVAILABLE)),
                right("another client does not see the child", CALM, event(2, 3, Kind.GET, "B", "child", UNKNOWN)),
                right(
                        "room again after a logout",
                        CALM.withLimits(1, 1),
                        event(2, 3, Kind.CREATE, "A", null, Outcome.refused(409, "SESSION_LIMIT_REACHED")),
                        event(4, 5, Kind.LOGOUT, OK),
                        event(6, 7, Kind.CREATE, "A", "second", OK)),
                right(
                        "a number lost with an answer",
                        CALM.withDeaths(),
                        event(2, 3, Kind.MESSAGES, OK.numbered(1, 2)),
                        event(4, 5, Kind.MESSAGES, Outcome.broken()),
                        event(6, 7, Kind.MESSAGES, OK.numbered(3, 4))),
                right(
                        "an operator and a parent end what is then over",
                        CALM,
                        event(2, 3, Kind.END_CHILD, OK),
                        event(4, 5, Kind.END_CHILD, Outcome.refused(409, "not-active")),
                        endOfParent(6, 7, OK),
                        endOfParent(8, 9, Outcome.refused(409, "not-active")),
                        event(10, 11, Kind.GET, ENDED),
                        event(10, 11, Kind.CREATE, "A", null, ENDED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void letsPass(String what, Circumstances circumstances, List<Event> events) {
        assertThat(violations(circumstances, events)).isEmpty();
    }

    @Test
    void hasAWrongHistoryForEachRule() {
        assertThat(wrong().map(arguments -> arguments.get()[1])).contains((Object[]) Rule.values());
    }

    private static List<Violation> violations(Circumstances circumstances, List<Event> events) {
        History history = new History();
        history.add(CREATED);
        events.forEach(history::add);
        return new HistoryCheck(circumstances).violations(history);
    }

    private static Outcome until(String expires, String most) {
        return OK.until(Instant.parse(expires), Instant.parse(most));
    }

    private static Event event(long start, long end, Kind kind, Outcome outcome) {
        return event(start, end, kind, kind == Kind.END_CHILD ? "" : "A", "child", outcome);
    }

    private static Event event(
            long start, long end, Kind kind, String client, @Nullable String child, Outcome outcome) {
        return new Event(start, end, kind, "1", client, "parent", child, outcome);
    }

    private static Event endOfParent(long start, long end, Outcome outcome) {
        return new Event(start, end, Kind.END_PARENT, "1", "", "parent", null, outcome);
    }

    private static Arguments wrong(String what, Rule rule, Event... events) {
        return wrong(what, rule, CALM, events);
    }

    private static Arguments wrong(String what, Rule rule, Circumstances circumstances, Event... events) {
        return Arguments.of(what, rule, circumstances, List.of(events));
    }

    private static Arguments right(String what, Circumstances circumstances, Event... events) {
        return Arguments.of(what, circumstances, List.of(events));
    }
}
