package io.s360.iid.verify.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import io.s360.iid.verify.Verification;
import io.s360.iid.verify.VerifyMain;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.LiveTarget;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.report.Cause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What nobody has documented is asked of a live system, and demanded of our own. */
class QuestionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Contract contract = ContractReader.readBundled();
    private final String logout = contract.operation("LogoutChildSession").path();

    /** That a second logout is refused is documented; what a session that nobody has is answered is not. */
    private final Meddling meddling = Meddling.ofAnswers((path, response) -> {
        boolean again = response.text().contains("ALREADY_LOGGED_OUT");
        if (!path.equals(logout) || (!again && response.status() != 404)) {
            return response;
        }
        return again
                ? new Surgery(JSON.readTree("{\"status\": 409}")).on(response)
                : new Surgery(JSON.readTree("{\"remove\": \"/desc/code\"}")).on(response);
    });

    @Test
    void asksALiveSystemAboutWhatIsAssumed() {
        try (MockServer mock = MockServer.start(MockOptions.of(contract))) {
            List<Cause> causes = judge(LiveTarget.at("live", mock.baseUri(), contract));

            assertThat(causes).hasSize(2);
            assertThat(causes)
                    .filteredOn(Cause::question)
                    .singleElement()
                    .satisfies(cause -> assertThat(cause.clause()).contains("/desc/code"));
            assertThat(causes)
                    .filteredOn(cause -> !cause.question())
                    .singleElement()
                    .satisfies(cause -> assertThat(cause.clause()).contains("by LOGOUT"));
        }
    }

    @Test
    void demandsAllOfItOfOurOwn() {
        try (HouseTargets house = HouseTargets.start(contract)) {
            assertThat(judge(house.mock())).hasSize(2).noneMatch(Cause::question);
        }
    }

    private List<Cause> judge(Target target) {
        Verification verification = new Verification(
                contract, VerifyMain.BUNDLED_DOCUMENT, Cast.ofDemo(contract), Map.of(), Set.of("LogoutChildSession"));
        try (MeddlingProxy proxy = new MeddlingProxy(target, meddling)) {
            verification.judge(proxy);
        }
        return verification.verdict().causes();
    }
}
