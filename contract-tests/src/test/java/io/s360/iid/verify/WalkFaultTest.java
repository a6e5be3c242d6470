package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.SessionStore.Extension;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.AdjustableClock;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.judge.IndependentJudge;
import io.s360.iid.verify.judge.Judge;
import io.s360.iid.verify.walk.WalkFinding;
import io.s360.iid.verify.walk.WalkReport;
import io.s360.iid.verify.walk.Walks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A server that has forgotten a part of the rule of refreshes: walks find it, and tell it in a few steps. */
class WalkFaultTest {

    private static final int FEW = 4;

    private final Contract contract = ContractReader.readBundled();

    /** One way to refresh, wrongly. */
    @FunctionalInterface
    private interface Refreshing {

        Object refresh(SessionStore store, UUID id, Extension ofChild, Extension ofParent, Instant since);
    }

    @Test
    void findsThatTheChildIsNotExtended() {
        WalkFinding finding = shortest(
                (store, id, ofChild, ofParent, since) -> store.findChild(id).map(SessionStore.Refreshed::of));

        assertThat(finding.operation()).isEqualTo("RefreshChildSession");
        assertThat(finding.script().get(finding.script().size() - 1)).startsWith("curl -i -X POST");
    }

    @Test
    void findsThatTheExpiryIsCountedFromTheOldOne() {
        shortest((store, id, ofChild, ofParent, since) -> {
            Instant later = ofChild.until().plus(Duration.ofMinutes(1));
            return store.refreshChild(id, new Extension(ofChild.at(), later), ofParent, since);
        });
    }

    @Test
    void findsThatTheParentIsNotExtended() {
        shortest((store, id, ofChild, ofParent, since) -> store.refreshChild(id, ofChild, ofParent, Instant.EPOCH));
    }

    @Test
    void findsThatTheParentIsExtendedTooOften() {
        shortest((store, id, ofChild, ofParent, since) -> store.refreshChild(id, ofChild, ofParent, ofChild.at()));
    }

    private WalkFinding shortest(Refreshing wrongly) {
        Judge judge = new Judge(contract, new IndependentJudge(VerifyMain.BUNDLED_DOCUMENT));
        Walks.Plan plan = new Walks.Plan(1, 400, 12);
        try (HouseTargets house =
                HouseTargets.start(contract, new AdjustableClock(), store -> before(store, wrongly))) {
            WalkReport report = new Walks(contract, Cast.ofDemo(contract), judge, Map.of(), plan).on(house.server());

            WalkFinding shortest = report.findings().stream()
                    .min(Comparator.comparingInt(finding -> finding.steps().size()))
                    .orElseThrow();
            assertThat(shortest.steps()).hasSizeLessThanOrEqualTo(FEW);
            assertThat(shortest.target()).isEqualTo("server");
            return shortest;
        }
    }

    private static SessionStore before(SessionStore store, Refreshing wrongly) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(), new Class<?>[] {SessionStore.class}, (proxy, method, given) -> {
                    if (method.getName().equals("refreshChild")) {
                        return wrongly.refresh(
                                store, (UUID) given[0], (Extension) given[1], (Extension) given[2], (Instant) given[3]);
                    }
                    try {
                        return method.invoke(store, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
