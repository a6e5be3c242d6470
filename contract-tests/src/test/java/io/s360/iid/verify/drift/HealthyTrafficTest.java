package io.s360.iid.verify.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import io.s360.iid.server.S360Server;
import io.s360.iid.verify.Verification;
import io.s360.iid.verify.VerifyMain;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.drift.passage.Passage;
import io.s360.iid.verify.exchange.LiveTarget;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who keeps the contract is not accused, whatever is said to him: all cases of the verifier are the traffic. */
class HealthyTrafficTest {

    @Test
    void theMockDriftsNowhere() throws IOException {
        try (MockServer mock = MockServer.start(MockOptions.of(Caller.CONTRACT))) {
            WatchReport report = watchAllCases(mock.baseUri());

            assertThat(report.causes()).as(String.join("\n", report.lines())).isEmpty();
            assertThat(report.exchanges()).isGreaterThan(500);
        }
    }

    @Test
    void theServerDriftsNowhere() throws IOException {
        try (S360Server server = S360Server.start(S360Server.Options.defaults()
                .withContract(Caller.CONTRACT)
                .withDemo()
                .withPort(0))) {
            WatchReport report = watchAllCases(server.baseUri());

            assertThat(report.causes()).as(String.join("\n", report.lines())).isEmpty();
            assertThat(report.exchanges()).isGreaterThan(500);
        }
    }

    /** The proxy itself changes nothing either: the verdict through it is the same. */
    private static WatchReport watchAllCases(URI upstream) throws IOException {
        Verification verification =
                new Verification(Caller.CONTRACT, VerifyMain.BUNDLED_DOCUMENT, Cast.ofDemo(Caller.CONTRACT), Map.of());
        try (Watch watch = Watch.begin(ContractFiles.bundled(), Passage.Setting.of(upstream), news -> {}, () -> {})) {
            verification.judge(LiveTarget.at("watched", watch.baseUri(), Caller.CONTRACT));
            assertThat(verification.verdict().findings()).isEmpty();
            return watch.end();
        }
    }
}
