package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.AdjustableClock;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.judge.IndependentJudge;
import io.s360.iid.verify.judge.Judge;
import io.s360.iid.verify.walk.WalkReport;
import io.s360.iid.verify.walk.Walks;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Random calls by several clients for several people, with time passing between them: mock and server do what the model does. */
class WalkTest {

    private static final long SEED = 20260115;
    private static final int WALKS = 10_000;
    private static final int STEPS = 12;

    private final Contract contract = ContractReader.readBundled();
    private final Judge judge = new Judge(contract, new IndependentJudge(VerifyMain.BUNDLED_DOCUMENT));

    @Test
    void mockAndServerAgreeWithTheModelAndSoWithEachOther() {
        try (HouseTargets house = HouseTargets.start(contract, new AdjustableClock())) {
            List<WalkReport> reports = walks(WALKS).on(List.of(house.mock(), house.server()));

            assertThat(reports).allSatisfy(report -> {
                assertThat(report.findings()).isEmpty();
                assertThat(report.walks()).isEqualTo(WALKS);
                assertThat(report.trodden().unmet()).as("rows that no walk met").isEmpty();
            });
            assertThat(reports.get(0).trodden().moves())
                    .as("what became of the resources")
                    .isEqualTo(reports.get(1).trodden().moves());
        }
    }

    /** As on a live system: with what the demo has, no time passes, and nothing is left behind. */
    @Test
    void walksOnTargetsThatAreNotOurs() {
        try (HouseTargets house = HouseTargets.start(contract, new AdjustableClock())) {
            List<Target> targets = List.of(strange(house.mock()), strange(house.server()));

            List<WalkReport> first = walks(100).on(targets);
            List<WalkReport> again = walks(100).on(targets);

            assertThat(first).allSatisfy(report -> {
                assertThat(report.findings()).isEmpty();
                assertThat(report.isTimed()).isFalse();
            });
            assertThat(again).allSatisfy(report -> assertThat(report.findings()).isEmpty());
        }
    }

    private Walks walks(int number) {
        return new Walks(contract, Cast.ofDemo(contract), judge, Map.of(), new Walks.Plan(SEED, number, STEPS));
    }

    private static Target strange(Target target) {
        return new Target() {
            @Override
            public String name() {
                return target.name();
            }

            @Override
            public URI baseUri() {
                return target.baseUri();
            }
        };
    }
}
