package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.server.WireCaller.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The document is the only place: what changes there changes here. */
class OtherContractTest {

    private static final String LOGGED_OUT = "00000000-0000-4000-8000-000000000001";

    @Test
    void followsTextsCodesLimitsTimesAndHeaderNames() {
        Contract contract = changed(Map.of(
                "en: Success", "en: Fine",
                "code: 40103", "code: 40190",
                "en: Already logged out", "en: You have left before",
                "perOwner: 5", "perOwner: 2",
                "idle: PT15M", "idle: PT7M",
                "maxBytes: 16384", "maxBytes: 100",
                "X-IID-TraceId", "X-Trace"));
        try (S360Server server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withContract(contract)
                .withClock(FakeClock.at("2026-01-15T08:00:00Z")))) {
            WireCaller tibco = WireCaller.tibco(server);

            Answer created = tibco.call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN));
            Answer atLimit = tibco.call("CreateChildSession", Map.of("sessionToken", DEMO_TOKEN));
            Answer refused = tibco.call("LogoutChildSession", DEMO_TOKEN, LOGGED_OUT);
            Answer tooLarge = tibco.call("GetContext", Map.of("sessionToken", "x".repeat(100)));

            assertThat(created.text("/desc/en")).isEqualTo("Fine");
            assertThat(created.text("/data/expiresAt")).isEqualTo("2026-01-15T08:07:00.000Z");
            assertThat(created.headers()).containsKey("x-trace").doesNotContainKey("x-iid-traceid");
            assertThat(atLimit.status()).isEqualTo(409);
            assertThat(refused.text("/desc/en")).isEqualTo("You have left before");
            assertThat(refused.json().at("/code").intValue()).isEqualTo(40190);
            assertThat(tooLarge.status()).isEqualTo(413);
        }
    }

    @Test
    void followsHowOftenAParentIsExtended() {
        Contract contract = changed(Map.of("at most every PT1M", "at most every PT3M"));

        assertThat(ContractSettings.read(contract).parentExtendedAtMostEvery()).isEqualTo(Duration.ofMinutes(3));
        assertThat(ContractSettings.read(WireCaller.CONTRACT).parentExtendedAtMostEvery())
                .isEqualTo(Duration.ofMinutes(1));
    }

    private static Contract changed(Map<String, String> changes) {
        return ContractReader.read(
                name -> {
                    String text = ContractFiles.bundled().text(name);
                    for (Map.Entry<String, String> change : changes.entrySet()) {
                        text = text.replace(change.getKey(), change.getValue());
                    }
                    return text;
                },
                ContractReader.ROOT);
    }
}
