package io.s360.iid.server.session;

import static io.s360.iid.server.session.SessionsForTests.CHILD;
import static io.s360.iid.server.session.SessionsForTests.CLIENT;
import static io.s360.iid.server.session.SessionsForTests.OTHER_CLIENT;
import static io.s360.iid.server.session.SessionsForTests.PARENT;
import static io.s360.iid.server.session.SessionsForTests.SETTINGS;
import static io.s360.iid.server.session.SessionsForTests.aPerson;
import static io.s360.iid.server.session.SessionsForTests.aText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s360.iid.server.FakeClock;
import io.s360.iid.server.session.SessionRefusal.AlreadyLoggedOut;
import io.s360.iid.server.session.SessionRefusal.ChildSessionNotFound;
import io.s360.iid.server.session.SessionRefusal.MessageLimitReached;
import io.s360.iid.server.session.SessionRefusal.OperationNotAllowed;
import io.s360.iid.server.session.SessionRefusal.SessionEnded;
import io.s360.iid.server.session.SessionRefusal.SessionExpired;
import io.s360.iid.server.session.SessionRefusal.SessionInvalid;
import io.s360.iid.server.session.SessionRefusal.SessionLimitReached;
import io.s360.iid.server.session.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SessionRulesTest {

    private static final Caller CALLER = new Caller(CLIENT, true);
    private static final Caller OTHER = new Caller(OTHER_CLIENT, true);
    private static final Caller UNGRANTED = new Caller(CLIENT, false);
    private static final SessionToken UNKNOWN = new SessionToken("unknown");
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TestDatabase database = TestDatabase.inMemory();
    private final FakeClock clock = FakeClock.at("2026-01-15T08:00:00Z");
    private final SessionStore store = database.store(clock);
    private final SessionIds ids = new RandomSessionIds();
    private final ParentSessions parents = new ParentSessions(store, ids, SETTINGS);
    private final ChildSessions children = new ChildSessions(store, ids, SETTINGS);
    private final Messages messages = new Messages(store, ids, SETTINGS);
    private final DisabledClients disabled = new DisabledClients(store);
    private final SessionToken token = parents.create(aPerson()).token();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    /** What a client can ask of one child session. */
    interface Ask {
        void of(SessionRulesTest test, Caller caller, SessionToken token, UUID id);
    }

    static Stream<Ask> everythingAskedOfAChild() {
        return Stream.of(
                (test, caller, token, id) -> test.children.get(caller, token, id),
                (test, caller, token, id) -> test.children.refresh(caller, token, id),
                (test, caller, token, id) -> test.children.logout(caller, token, id),
                (test, caller, token, id) -> test.messages.add(caller, token, id, List.of(aText(null))));
    }

    static Stream<Ask> everythingAskedOfAParent() {
        return Stream.of(
                (test, caller, token, id) -> test.parents.get(caller, token),
                (test, caller, token, id) -> test.children.create(caller, token));
    }

    @ParameterizedTest
    @MethodSource({"everythingAskedOfAChild", "everythingAskedOfAParent"})
    void refusesAnUnknownTokenBeforeAllElse(Ask ask) {
        refuses(SessionInvalid.class, () -> ask.of(this, UNGRANTED, UNKNOWN, UUID.randomUUID()));
        refuses(SessionInvalid.class, () -> ask.of(this, CALLER, new SessionToken(""), aChild()));
    }

    @ParameterizedTest
    @MethodSource("everythingAskedOfAChild")
    void refusesAnUnknownChildBeforeThePermission(Ask ask) {
        refuses(ChildSessionNotFound.class, () -> ask.of(this, UNGRANTED, token, UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource("everythingAskedOfAChild")
    void treatsTheChildrenOfOthersAsUnknown(Ask ask) {
        UUID child = aChild();
        SessionToken elsewhere = parents.create(aPerson()).token();

        refuses(ChildSessionNotFound.class, () -> ask.of(this, OTHER, token, child));
        refuses(ChildSessionNotFound.class, () -> ask.of(this, CALLER, elsewhere, child));

        ask.of(this, CALLER, token, child);
    }

    @ParameterizedTest
    @MethodSource("everythingAskedOfAChild")
    void refusesWhatIsNotGrantedBeforeTheState(Ask ask) {
        UUID child = aChild();
        children.logout(CALLER, token, child);

        refuses(OperationNotAllowed.class, () -> ask.of(this, UNGRANTED, token, child));
    }

    @ParameterizedTest
    @MethodSource("everythingAskedOfAParent")
    void refusesWhatIsNotGrantedBeforeTheStateOfTheParent(Ask ask) {
        parents.end(token, EndReason.LOGOUT);

        refuses(OperationNotAllowed.class, () -> ask.of(this, UNGRANTED, token, UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource("everythingAskedOfAChild")
    void tellsHowAChildEnded(Ask ask) {
        UUID loggedOut = aChild();
        children.logout(CALLER, token, loggedOut);
        UUID endedByAdmin = aChild();
        children.end(endedByAdmin, EndReason.ADMIN);
        UUID disabledWithItsClient = aChild();
        disabled.disable(CLIENT, () -> {});
        UUID endedWithItsParent = aChild();
        parents.end(token, EndReason.LOGOUT);

        refuses(AlreadyLoggedOut.class, () -> ask.of(this, CALLER, token, loggedOut));
        refuses(SessionEnded.class, () -> ask.of(this, CALLER, token, endedByAdmin));
        refuses(SessionEnded.class, () -> ask.of(this, CALLER, token, disabledWithItsClient));
        refuses(SessionEnded.class, () -> ask.of(this, CALLER, token, endedWithItsParent));
    }

    @ParameterizedTest
    @MethodSource("everythingAskedOfAChild")
    void killsAChildAtExactlyItsExpiry(Ask ask) {
        UUID child = aChild();
        UUID alive = aChild();
        Instant expiry = clock.instant().plus(CHILD.idle());

        clock.moveTo(expiry.minus(MOMENT));
        ask.of(this, CALLER, token, alive);
        clock.moveTo(expiry);

        refuses(SessionExpired.class, () -> ask.of(this, CALLER, token, child));
    }

    @ParameterizedTest
    @MethodSource("everythingAskedOfAParent")
    void killsAParentAtExactlyItsExpiry(Ask ask) {
        SessionToken alive = parents.create(aPerson()).token();
        Instant expiry = clock.instant().plus(PARENT.idle());

        clock.moveTo(expiry.minus(MOMENT));
        ask.of(this, CALLER, alive, UUID.randomUUID());
        clock.moveTo(expiry);

        refuses(SessionExpired.class, () -> ask.of(this, CALLER, token, UUID.randomUUID()));
    }

    /** As it would come to life if the time of an extension that began before were taken for later. */
    @ParameterizedTest
    @MethodSource("everythingAskedOfAChild")
    void keepsToAnExpiryThatSomebodyWasToldOf(Ask ask) {
        UUID child = aChild();
        Instant expiry = clock.instant().plus(CHILD.idle());
        clock.moveTo(expiry);
        refuses(SessionExpired.class, () -> children.get(CALLER, token, child));

        clock.moveTo(expiry.minus(MOMENT));

        refuses(SessionExpired.class, () -> ask.of(this, CALLER, token, child));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGOUT", "ADMIN"})
    void tellsHowAParentEnded(EndReason reason) {
        parents.end(token, reason);

        Class<? extends SessionRefusal> told = reason == EndReason.LOGOUT ? AlreadyLoggedOut.class : SessionEnded.class;
        refuses(told, () -> parents.get(CALLER, token));
        refuses(told, () -> children.create(CALLER, token));
        refuses(told, () -> parents.end(token, EndReason.ADMIN));
    }

    @Test
    void keepsTheFirstReason() {
        UUID child = aChild();
        children.logout(CALLER, token, child);

        parents.end(token, EndReason.ADMIN);
        clock.advance(Duration.ofDays(1));

        refuses(AlreadyLoggedOut.class, () -> children.logout(CALLER, token, child));
        refuses(AlreadyLoggedOut.class, () -> children.end(child, EndReason.ADMIN));
    }

    @Test
    void calculatesTheTimesOfANewChild() {
        Lifespan lifespan = children.create(CALLER, token).lifespan();

        Instant now = clock.instant();
        assertThat(lifespan).isEqualTo(new Lifespan(now, now.plus(CHILD.idle()), now.plus(CHILD.atMost()), null, null));
    }

    @Test
    void letsNoChildOutliveItsParent() {
        keepAliveFor(Duration.ofHours(11).plusMinutes(50));

        Lifespan lifespan = children.create(CALLER, token).lifespan();

        Instant parentsEnd = Instant.parse("2026-01-15T08:00:00Z").plus(PARENT.atMost());
        assertThat(lifespan.maxExpiresAt()).isEqualTo(parentsEnd);
        assertThat(lifespan.expiresAt()).isEqualTo(parentsEnd);
    }

    @Test
    void extendsTheParentWithEachNewChild() {
        clock.advance(Duration.ofSeconds(1));
        children.create(CALLER, token);

        assertThat(parents.get(CALLER, token).lifespan().expiresAt())
                .isEqualTo(clock.instant().plus(PARENT.idle()));
    }

    @Test
    void extendsAChildByEachRefreshButItsParentOnlyOnceAMinute() {
        UUID child = aChild();
        Instant parentExpiry = clock.instant().plus(PARENT.idle());

        clock.advance(Duration.ofMinutes(1).minus(MOMENT));
        Lifespan early = children.refresh(CALLER, token, child).lifespan();
        Instant parentAfterEarly = parents.get(CALLER, token).lifespan().expiresAt();
        clock.advance(MOMENT);
        children.refresh(CALLER, token, child);
        Instant parentAfterLate = parents.get(CALLER, token).lifespan().expiresAt();

        assertThat(early.expiresAt()).isEqualTo(clock.instant().minus(MOMENT).plus(CHILD.idle()));
        assertThat(early.lastExtendedAt()).isEqualTo(clock.instant().minus(MOMENT));
        assertThat(parentAfterEarly).isEqualTo(parentExpiry);
        assertThat(parentAfterLate).isEqualTo(clock.instant().plus(PARENT.idle()));
    }

    @Test
    void neverShortensByARefresh() {
        UUID child = aChild();
        clock.advance(Duration.ofMinutes(5));
        Instant before = children.refresh(CALLER, token, child).lifespan().expiresAt();

        clock.advance(Duration.ofMinutes(-3));
        Instant after = children.refresh(CALLER, token, child).lifespan().expiresAt();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void endsAChildAtItsAbsoluteLimitHoweverOftenItIsRefreshed() {
        UUID child = aChild();
        Instant limit = clock.instant().plus(CHILD.atMost());
        while (clock.instant().isBefore(limit.minus(Duration.ofMinutes(10)))) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(children.refresh(CALLER, token, child).lifespan().expiresAt())
                    .isBeforeOrEqualTo(limit);
        }

        clock.moveTo(limit);

        refuses(SessionExpired.class, () -> children.refresh(CALLER, token, child));
    }

    @Test
    void endsAChildOfAnExpiredParentByExpiry() {
        SessionSettings longChildren = new SessionSettings(
                PARENT,
                Duration.ofDays(1),
                new Lifespan.Limits(Duration.ofHours(2), CHILD.atMost()),
                SETTINGS.parentRememberedAfterExpiry(),
                SETTINGS.childRememberedAfterExpiry(),
                2,
                3,
                4);
        ChildSessions longLived = new ChildSessions(store, ids, longChildren);
        UUID child = longLived.create(CALLER, token).id();

        clock.advance(PARENT.idle());

        refuses(SessionExpired.class, () -> longLived.get(CALLER, token, child));
        refuses(SessionExpired.class, () -> longLived.refresh(CALLER, token, child));
        refuses(SessionExpired.class, () -> longLived.logout(CALLER, token, child));
        assertThat(longLived.validate(CALLER, token, child)).isEmpty();
    }

    @Test
    void reachesTheLimitOfAClientExactly() {
        UUID first = aChild();
        aChild();

        refuses(SessionLimitReached.class, this::aChild);
        children.logout(CALLER, token, first);
        aChild();

        refuses(SessionLimitReached.class, this::aChild);
    }

    @Test
    void reachesTheLimitOfAParentExactly() {
        aChild();
        aChild();
        children.create(OTHER, token);

        refuses(SessionLimitReached.class, () -> children.create(OTHER, token));
    }

    @Test
    void validatesWithoutExtending() {
        UUID child = aChild();
        Instant expiry = clock.instant().plus(CHILD.idle());

        for (int minute = 0; minute < 15; minute++) {
            assertThat(children.validate(CALLER, token, child))
                    .hasValueSatisfying(
                            valid -> assertThat(valid.lifespan().expiresAt()).isEqualTo(expiry));
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(children.validate(CALLER, token, child)).isEmpty();
    }

    @Test
    void validatesNothingUnknownAndNothingOver() {
        UUID child = aChild();

        assertThat(children.validate(CALLER, UNKNOWN, child)).isEmpty();
        assertThat(children.validate(UNGRANTED, token, UUID.randomUUID())).isEmpty();
        assertThat(children.validate(OTHER, token, child)).isEmpty();
        refuses(OperationNotAllowed.class, () -> children.validate(UNGRANTED, token, child));
        children.logout(CALLER, token, child);
        assertThat(children.validate(CALLER, token, child)).isEmpty();
        refuses(OperationNotAllowed.class, () -> children.validate(UNGRANTED, token, child));
    }

    @Test
    void numbersMessagesOfEachChildFromOne() {
        UUID child = aChild();
        UUID sibling = aChild();

        messages.add(CALLER, token, child, Collections.nCopies(3, aText("m")));
        List<Message> further = messages.add(CALLER, token, child, List.of(aText(null)));
        List<Message> ofSibling = messages.add(CALLER, token, sibling, List.of(aText(null)));

        assertThat(further).extracting(Message::sequence).containsExactly(4);
        assertThat(ofSibling).extracting(Message::sequence).containsExactly(1);
    }

    @Test
    void takesAllMessagesOrNone() {
        UUID child = aChild();
        messages.add(CALLER, token, child, Collections.nCopies(3, aText(null)));

        refuses(
                MessageLimitReached.class,
                () -> messages.add(CALLER, token, child, Collections.nCopies(2, aText(null))));

        assertThat(messages.add(CALLER, token, child, List.of(aText(null))))
                .extracting(Message::sequence)
                .containsExactly(4);
    }

    @Test
    void shutsADisabledClientOutAndEndsItsSessions() {
        UUID child = aChild();

        disabled.disable(CLIENT, () -> {});
        UUID openedMeanwhile = aChild();
        boolean shutOut = disabled.contains(CLIENT);
        disabled.enable(CLIENT, () -> {});

        assertThat(shutOut).isTrue();
        assertThat(disabled.contains(CLIENT)).isFalse();
        refuses(SessionEnded.class, () -> children.get(CALLER, token, child));
        refuses(SessionEnded.class, () -> children.get(CALLER, token, openedMeanwhile));
        children.get(CALLER, token, aChild());
    }

    @Test
    void learnsWhatAnotherInstanceHasDisabled() {
        new DisabledClients(store).disable(CLIENT, () -> {});

        disabled.reload();

        assertThat(disabled.contains(CLIENT)).isTrue();
    }

    @Test
    void remembersTheEndForAsLongAsItMustWhetherOrNotAnybodySweeps() {
        UUID child = aChild();
        children.logout(CALLER, token, child);
        Tombstones tombstones = new Tombstones(store, SETTINGS);

        clock.advance(CHILD.idle().plus(SETTINGS.childRememberedAfterExpiry()).minusMillis(1));
        tombstones.sweep();
        refuses(AlreadyLoggedOut.class, () -> children.logout(CALLER, token, child));

        clock.advance(Duration.ofMillis(1));
        refuses(ChildSessionNotFound.class, () -> children.logout(CALLER, token, child));
        tombstones.sweep();
        refuses(ChildSessionNotFound.class, () -> children.logout(CALLER, token, child));

        clock.advance(PARENT.atMost());
        refuses(SessionInvalid.class, () -> children.logout(CALLER, token, child));
    }

    @Test
    void answersInMilliseconds() {
        clock.moveTo(Instant.parse("2026-01-15T08:00:00.123456789Z"));

        Lifespan lifespan = children.create(CALLER, token).lifespan();

        assertThat(lifespan.createdAt()).isEqualTo("2026-01-15T08:00:00.123Z");
    }

    private UUID aChild() {
        return children.create(CALLER, token).id();
    }

    private void keepAliveFor(Duration time) {
        Instant until = clock.instant().plus(time);
        while (clock.instant().isBefore(until)) {
            clock.advance(Duration.ofMinutes(10));
            children.logout(CALLER, token, aChild());
        }
    }

    private static void refuses(Class<? extends SessionRefusal> refusal, ThrowingCallable call) {
        assertThatExceptionOfType(refusal).isThrownBy(call);
    }
}
