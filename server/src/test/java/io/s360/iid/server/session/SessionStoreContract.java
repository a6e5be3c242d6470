package io.s360.iid.server.session;

import static io.s360.iid.server.session.SessionsForTests.CHILD;
import static io.s360.iid.server.session.SessionsForTests.CLIENT;
import static io.s360.iid.server.session.SessionsForTests.NOW;
import static io.s360.iid.server.session.SessionsForTests.OTHER_CLIENT;
import static io.s360.iid.server.session.SessionsForTests.PARENT;
import static io.s360.iid.server.session.SessionsForTests.aChildOf;
import static io.s360.iid.server.session.SessionsForTests.aParent;
import static io.s360.iid.server.session.SessionsForTests.aParentAt;
import static io.s360.iid.server.session.SessionsForTests.aPersonWithALegalEntity;
import static io.s360.iid.server.session.SessionsForTests.aText;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.session.SessionStore.ChildLimits;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.server.session.SessionStore.Opening;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store does. Each implementation extends this. */
public abstract class SessionStoreContract {

    private static final ChildLimits LIMITS = new ChildLimits(2, 3);
    private static final Extension LATER =
            new Extension(NOW, NOW.plus(PARENT.idle()).plusSeconds(1));

    /** A store that is empty before each test. */
    protected abstract SessionStore store();

    /** What is kept of the messages of a child, in their order; no operation gives it back. */
    protected abstract List<NewMessage> messagesOf(UUID childId);

    @Test
    void keepsAParentSessionAsItIs() {
        ParentSession parent = new ParentSession(
                UUID.randomUUID(),
                new SessionToken("t").hash(),
                aPersonWithALegalEntity(),
                new Lifespan(
                        NOW,
                        NOW.plusMillis(1),
                        NOW.plusMillis(2),
                        NOW.plusMillis(3),
                        new Lifespan.Ending(NOW.plusMillis(4), EndReason.ADMIN)));

        assertThat(store().addParent(parent)).isTrue();

        assertThat(store().findParent(new SessionToken("t").hash())).contains(parent);
    }

    @Test
    void keepsAChildSessionAsItIs() {
        ParentSession parent = kept(aParent());
        ChildSession child = kept(aChildOf(parent));

        assertThat(store().findChild(child.id())).contains(child);
    }

    @Test
    void findsNothingUnknown() {
        assertThat(store().findParent(new SessionToken("").hash())).isEmpty();
        assertThat(store().findChild(UUID.randomUUID())).isEmpty();
    }

    @Test
    void addsNothingTwice() {
        ParentSession parent = kept(aParent());
        ChildSession child = kept(aChildOf(parent));
        endChild(child, EndReason.LOGOUT);

        assertThat(store().addParent(parent)).isFalse();
        assertThat(store().addChild(child)).isFalse();

        assertThat(reasonOf(child)).contains(EndReason.LOGOUT);
    }

    @Test
    void opensAChildAndExtendsItsParent() {
        ParentSession parent = kept(aParent());
        ChildSession child = aChildOf(parent);

        Opening opening = store().openChild(child, LATER, LIMITS);

        assertThat(opening).isEqualTo(Opening.OPENED);
        Lifespan extended = store().findChild(child.id()).orElseThrow().parent().lifespan();
        assertThat(extended.expiresAt()).isEqualTo(LATER.until());
        assertThat(extended.lastExtendedAt()).isEqualTo(NOW);
    }

    @Test
    void opensNoChildOfAParentThatHasEnded() {
        ParentSession parent = kept(aParent());
        store().endParent(parent.id(), new Lifespan.Ending(NOW, EndReason.LOGOUT));

        Opening opening = store().openChild(aChildOf(parent), LATER, LIMITS);

        assertThat(opening).isEqualTo(Opening.PARENT_NOT_ACTIVE);
    }

    @Test
    void opensNoChildAtTheInstantOfItsParentsExpiry() {
        ParentSession parent = kept(aParent());
        Instant expiry = parent.lifespan().expiresAt();

        assertThat(store().openChild(aChildOf(parent), at(expiry), LIMITS)).isEqualTo(Opening.PARENT_NOT_ACTIVE);
        assertThat(store().openChild(aChildOf(parent), at(expiry.minusMillis(1)), LIMITS))
                .isEqualTo(Opening.OPENED);
    }

    @Test
    void countsOnlyActiveChildrenOfTheClient() {
        ParentSession parent = kept(aParent());
        store().openChild(aChildOf(parent), LATER, LIMITS);
        ChildSession second = aChildOf(parent);
        store().openChild(second, LATER, LIMITS);

        assertThat(store().openChild(aChildOf(parent), LATER, LIMITS)).isEqualTo(Opening.AT_LIMIT);
        assertThat(store().openChild(aChildOf(parent, OTHER_CLIENT), LATER, LIMITS))
                .isEqualTo(Opening.OPENED);

        endChild(second, EndReason.LOGOUT);
        assertThat(store().openChild(aChildOf(parent), LATER, LIMITS)).isEqualTo(Opening.OPENED);
    }

    @Test
    void countsAllActiveChildrenOfTheParent() {
        ParentSession parent = kept(aParent());
        IntStream.range(0, LIMITS.perParent())
                .forEach(number -> store().openChild(aChildOf(parent, "CLIENT-" + number), LATER, LIMITS));

        assertThat(store().openChild(aChildOf(parent, "ONE-MORE"), LATER, LIMITS))
                .isEqualTo(Opening.AT_LIMIT);
    }

    @Test
    void countsAnExpiredChildOutForGood() {
        ChildSession expired = kept(aChildOf(kept(aParent())));
        Instant expiry = expired.lifespan().expiresAt();

        assertThat(store().openChild(aChildOf(expired.parent()), at(expiry), new ChildLimits(1, 1)))
                .isEqualTo(Opening.OPENED);

        assertThat(refresh(expired, expiry.minusMillis(1), NOW)).isEmpty();
        assertThat(reasonOf(expired)).contains(EndReason.EXPIRED);
    }

    @Test
    void changesNothingAtTheLimit() {
        ParentSession parent = kept(aParent());

        store().openChild(aChildOf(parent), LATER, new ChildLimits(0, 0));

        assertThat(store().findParent(parent.token())).contains(parent);
    }

    @Test
    void opensNoMoreThanTheLimitAtOnce() throws Exception {
        ParentSession parent = kept(aParent());

        List<Opening> openings = allAtOnce(16, () -> store().openChild(aChildOf(parent), LATER, LIMITS));

        assertThat(openings).filteredOn(Opening.OPENED::equals).hasSize(LIMITS.perClient());
        assertThat(openings).doesNotContain(Opening.PARENT_NOT_ACTIVE);
    }

    @Test
    void refreshesAChildAndItsParent() {
        ChildSession child = kept(aChildOf(kept(aParent())));
        Instant soon = NOW.plus(Duration.ofMinutes(5));

        Optional<ChildSession> refreshed = refresh(child, soon, soon);

        assertThat(refreshed).hasValueSatisfying(now -> {
            assertThat(now.lifespan().expiresAt()).isEqualTo(soon.plus(CHILD.idle()));
            assertThat(now.lifespan().lastExtendedAt()).isEqualTo(soon);
            assertThat(now.parent().lifespan().expiresAt()).isEqualTo(soon.plus(PARENT.idle()));
        });
        assertThat(store().findChild(child.id())).isEqualTo(refreshed);
    }

    @Test
    void settlesAnExpiryForGood() {
        ChildSession child = kept(aChildOf(kept(aParent())));
        Instant expiry = child.lifespan().expiresAt();

        store().settleExpiry(new Look(expiry, child.parent(), child, 0));

        assertThat(reasonOf(child)).contains(EndReason.EXPIRED);
        assertThat(refresh(child, expiry.minusMillis(1), NOW)).isEmpty();
    }

    @Test
    void settlesTheExpiryOfAParentForGood() {
        ParentSession parent = kept(aParent());
        Instant expiry = parent.lifespan().expiresAt();

        store().settleExpiry(new Look(expiry, parent, null, 0));

        assertThat(store().openChild(aChildOf(parent), at(expiry.minusMillis(1)), LIMITS))
                .isEqualTo(Opening.PARENT_NOT_ACTIVE);
    }

    @Test
    void settlesNothingThatHasBeenExtendedSinceTheLook() {
        ChildSession child = kept(aChildOf(kept(aParent())));
        Instant expiry = child.lifespan().expiresAt();
        refresh(child, expiry.minusMillis(1), expiry);

        store().settleExpiry(new Look(expiry, child.parent(), child, 0));

        assertThat(reasonOf(child)).isEmpty();
    }

    @Test
    void leavesAParentThatWasExtendedAMomentAgo() {
        ChildSession child = kept(aChildOf(kept(aParent())));

        Optional<ChildSession> refreshed = refresh(child, NOW.plusSeconds(59), NOW.minusMillis(1));

        assertThat(refreshed.orElseThrow().parent()).isEqualTo(child.parent());
    }

    @Test
    void neverShortens() {
        ChildSession child = kept(aChildOf(kept(aParent())));

        Optional<ChildSession> refreshed = store().refreshChild(
                        child.id(), at(NOW.plusSeconds(1)), at(NOW.plusSeconds(1)), NOW.plusSeconds(1))
                .map(child::with);

        assertThat(refreshed.orElseThrow().lifespan().expiresAt())
                .isEqualTo(child.lifespan().expiresAt());
        assertThat(refreshed.orElseThrow().parent().lifespan().expiresAt())
                .isEqualTo(child.parent().lifespan().expiresAt());
    }

    @Test
    void neverExtendsBeyondTheAbsoluteLimit() {
        Instant max = NOW.plus(CHILD.idle()).plusSeconds(10);
        ChildSession child =
                kept(aChildOf(kept(aParent()), new Lifespan(NOW, NOW.plus(CHILD.idle()), max, null, null)));

        Optional<ChildSession> refreshed = refresh(child, NOW.plusSeconds(60), NOW);

        assertThat(refreshed.orElseThrow().lifespan().expiresAt()).isEqualTo(max);
    }

    @Test
    void refreshesNothingThatIsOver() {
        ChildSession ended = kept(aChildOf(kept(aParent())));
        endChild(ended, EndReason.ADMIN);
        ChildSession expired = kept(aChildOf(kept(aParent())));
        ChildSession orphan = kept(aChildOf(kept(aParentAt(NOW.minus(PARENT.idle())))));

        assertThat(refresh(ended, NOW.plusSeconds(1), NOW)).isEmpty();
        assertThat(refresh(expired, expired.lifespan().expiresAt(), NOW)).isEmpty();
        assertThat(refresh(orphan, NOW, NOW)).isEmpty();

        assertThat(store().findParent(ended.parent().token())).contains(ended.parent());
    }

    @Test
    void endsAChildOnceAndKeepsTheFirstReason() {
        ChildSession child = kept(aChildOf(kept(aParent())));

        assertThat(endChild(child, EndReason.LOGOUT)).isTrue();
        assertThat(endChild(child, EndReason.ADMIN)).isFalse();

        assertThat(reasonOf(child)).contains(EndReason.LOGOUT);
    }

    @Test
    void endsNoChildAtTheInstantOfItsExpiry() {
        ChildSession child = kept(aChildOf(kept(aParent())));
        Instant expiry = child.lifespan().expiresAt();

        assertThat(store().endChild(child.id(), new Lifespan.Ending(expiry, EndReason.LOGOUT)))
                .isFalse();
        assertThat(store().endChild(child.id(), new Lifespan.Ending(expiry.minusMillis(1), EndReason.LOGOUT)))
                .isTrue();
    }

    @Test
    void endsAChildForOneCallerOnly() throws Exception {
        ChildSession child = kept(aChildOf(kept(aParent())));

        List<Boolean> endings = allAtOnce(16, () -> endChild(child, EndReason.LOGOUT));

        assertThat(endings).containsOnlyOnce(true);
    }

    @Test
    void endsAParentWithItsActiveChildren() {
        ParentSession parent = kept(aParent());
        ChildSession active = kept(aChildOf(parent));
        ChildSession loggedOut = kept(aChildOf(parent));
        endChild(loggedOut, EndReason.LOGOUT);
        ChildSession expired =
                kept(aChildOf(parent, new Lifespan(NOW.minusSeconds(9), NOW, NOW.plusSeconds(9), null, null)));

        assertThat(store().endParent(parent.id(), new Lifespan.Ending(NOW, EndReason.ADMIN)))
                .isTrue();
        assertThat(store().endParent(parent.id(), new Lifespan.Ending(NOW, EndReason.LOGOUT)))
                .isFalse();

        assertThat(store().findParent(parent.token()).orElseThrow().endReasonAt(NOW))
                .contains(EndReason.ADMIN);
        assertThat(reasonOf(active)).contains(EndReason.PARENT_ENDED);
        assertThat(reasonOf(loggedOut)).contains(EndReason.LOGOUT);
        assertThat(reasonOf(expired)).contains(EndReason.EXPIRED);
    }

    @Test
    void leavesNoActiveChildOfAParentThatEndsMeanwhile() throws Exception {
        for (int round = 0; round < 20; round++) {
            ParentSession parent = kept(aParent());
            List<ChildSession> children = IntStream.range(0, 6)
                    .mapToObj(n -> aChildOf(parent, "CLIENT-" + n))
                    .toList();
            List<Callable<Object>> storm = new ArrayList<>();
            children.forEach(child -> storm.add(() -> store().openChild(child, LATER, new ChildLimits(9, 9))));
            storm.add(3, () -> store().endParent(parent.id(), new Lifespan.Ending(NOW, EndReason.LOGOUT)));

            allAtOnce(storm);

            assertThat(children)
                    .flatExtracting(
                            child -> store().findChild(child.id()).stream().toList())
                    .allSatisfy(child -> assertThat(child.lifespan().ending()).isNotNull());
        }
    }

    @Test
    void numbersMessagesWithoutGapsUpToTheLimit() {
        ChildSession child = kept(aChildOf(kept(aParent())));

        assertThat(addMessages(child, 2, 3)).contains(1);
        assertThat(addMessages(child, 2, 3)).isEmpty();
        assertThat(addMessages(child, 1, 3)).contains(3);
        assertThat(addMessages(child, 1, 3)).isEmpty();
    }

    @Test
    void keepsMessagesAsTheyAre() {
        ChildSession child = kept(aChildOf(kept(aParent())));
        String decomposed = Normalizer.normalize("أهلا é", Normalizer.Form.NFD);
        List<NewMessage> texts = List.of(
                new NewMessage("INFO", "<script>alert('1')</script> &amp;", "مـــرحبا ٣3۳", "A.b:c_d-1"),
                new NewMessage("WARNING", "'; drop table message; --\\ \" %s :id0 ?", decomposed, null),
                new NewMessage("ERROR", "👨\u200D👩\u200D👧\u200D👦".repeat(142), " \ta\r\nb \uFFFF ", "x"));

        store().addMessages(
                        child.id(),
                        texts.stream().map(text -> UUID.randomUUID()).toList(),
                        texts,
                        3,
                        NOW);

        assertThat(messagesOf(child.id())).isEqualTo(texts);
    }

    @Test
    void addsNoMessagesToWhatIsOver() {
        ChildSession child = kept(aChildOf(kept(aParent())));
        endChild(child, EndReason.LOGOUT);

        assertThat(addMessages(child, 1, 3)).isEmpty();
    }

    @Test
    void numbersMessagesOfSeveralCallersApart() throws Exception {
        ChildSession child = kept(aChildOf(kept(aParent())));

        List<Optional<Integer>> firsts = allAtOnce(12, () -> addMessages(child, 2, 20));

        assertThat(firsts.stream().flatMap(Optional::stream))
                .containsExactlyInAnyOrder(1, 3, 5, 7, 9, 11, 13, 15, 17, 19);
    }

    @Test
    void endsTheActiveChildrenOfAClient() {
        ChildSession own = kept(aChildOf(kept(aParent())));
        ChildSession elsewhere = kept(aChildOf(kept(aParent())));
        ChildSession others = kept(aChildOf(own.parent(), OTHER_CLIENT));

        store().endChildrenOf(CLIENT, new Lifespan.Ending(NOW, EndReason.CLIENT_DISABLED));

        assertThat(reasonOf(own)).contains(EndReason.CLIENT_DISABLED);
        assertThat(reasonOf(elsewhere)).contains(EndReason.CLIENT_DISABLED);
        assertThat(reasonOf(others)).isEmpty();
    }

    @Test
    void remembersWhoIsShutOut() {
        store().disableClient(CLIENT, NOW);
        store().disableClient(CLIENT, NOW);
        store().disableClient(OTHER_CLIENT, NOW);
        store().enableClient(OTHER_CLIENT);
        store().enableClient("NOBODY");

        assertThat(store().disabledClients()).containsExactly(CLIENT);
    }

    @Test
    void forgetsWhatHasBeenOverLongEnough() {
        ParentSession parent = kept(aParent());
        ChildSession over = kept(aChildOf(parent));
        ChildSession alive = kept(
                aChildOf(parent, new Lifespan(NOW, NOW.plus(CHILD.atMost()), NOW.plus(CHILD.atMost()), null, null)));
        addMessages(over, 2, 3);
        Instant overSince = over.lifespan().expiresAt();

        assertThat(store().forgetChildren(overSince.minusMillis(1), 10)).isZero();
        assertThat(store().forgetChildren(overSince, 10)).isEqualTo(1);

        assertThat(store().findChild(over.id())).isEmpty();
        assertThat(store().findChild(alive.id())).isPresent();
        assertThat(store().forgetParents(parent.lifespan().expiresAt(), 10)).isZero();
        assertThat(store().findParent(parent.token())).isPresent();
    }

    @Test
    void forgetsParentsOnceTheirChildrenAreForgotten() {
        ParentSession parent = kept(aParent());
        IntStream.range(0, 3).forEach(number -> kept(aChildOf(parent)));
        Instant over = parent.lifespan().expiresAt();

        assertThat(store().forgetChildren(over, 2)).isEqualTo(2);
        assertThat(store().forgetParents(over, 2)).isZero();
        assertThat(store().forgetChildren(over, 2)).isEqualTo(1);
        assertThat(store().forgetParents(over, 2)).isEqualTo(1);

        assertThat(store().findParent(parent.token())).isEmpty();
    }

    private ParentSession kept(ParentSession parent) {
        assertThat(store().addParent(parent)).isTrue();
        return parent;
    }

    private ChildSession kept(ChildSession child) {
        assertThat(store().addChild(child)).isTrue();
        return child;
    }

    private boolean endChild(ChildSession child, EndReason reason) {
        return store().endChild(child.id(), new Lifespan.Ending(NOW, reason));
    }

    private Optional<EndReason> reasonOf(ChildSession child) {
        return store().findChild(child.id()).orElseThrow().endReasonAt(NOW);
    }

    private Optional<ChildSession> refresh(ChildSession child, Instant at, Instant parentUnextendedSince) {
        return store().refreshChild(
                        child.id(),
                        new Extension(at, at.plus(CHILD.idle())),
                        new Extension(at, at.plus(PARENT.idle())),
                        parentUnextendedSince)
                .map(child::with);
    }

    private Optional<Integer> addMessages(ChildSession child, int number, int limit) {
        List<UUID> ids =
                IntStream.range(0, number).mapToObj(n -> UUID.randomUUID()).toList();
        List<NewMessage> texts = IntStream.range(0, number)
                .mapToObj(n -> aText(n == 0 ? null : "m" + n))
                .toList();
        return store().addMessages(child.id(), ids, texts, limit, NOW);
    }

    private static Extension at(Instant now) {
        return new Extension(now, now.plusMillis(1));
    }

    private static <T> List<T> allAtOnce(int times, Callable<T> call) throws Exception {
        return allAtOnce(IntStream.range(0, times).mapToObj(n -> call).toList());
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : threads.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
