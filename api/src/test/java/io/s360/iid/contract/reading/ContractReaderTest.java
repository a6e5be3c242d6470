package io.s360.iid.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Standing;
import io.s360.iid.contract.source.Provenance;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ContractReaderTest {

    private final Contract contract = Samples.contract();

    @Test
    void readsTheSevenOperations() {
        assertThat(contract.operations())
                .extracting(Operation::id)
                .containsExactly(
                        "GetContext",
                        "CreateChildSession",
                        "GetChildSession",
                        "RefreshChildSession",
                        "ValidateChildSession",
                        "LogoutChildSession",
                        "AddMessages");
    }

    @Test
    void keepsTheDocumentedSuccessToTheLetter() {
        assertThat(contract.operation("LogoutChildSession").success().body())
                .hasToString(
                        "{\"code\":0,\"desc\":{\"en\":\"Success\",\"ar\":\"Success\",\"code\":null},\"data\":{\"success\":true}}");
    }

    @Test
    void callsDocumentedOnlyWhatIsDocumented() {
        Operation logout = contract.operation("LogoutChildSession");

        assertThat(contract.operations())
                .filteredOn(operation -> operation.provenance() == Provenance.DOCUMENTED)
                .containsExactly(logout);
        assertThat(logout.answer("logged-out").provenance()).isEqualTo(Provenance.DOCUMENTED);
        assertThat(logout.answer("already-logged-out").provenance()).isEqualTo(Provenance.ASSUMED);
        assertThat(logout.decisions())
                .filteredOn(decision -> decision.provenance() == Provenance.DOCUMENTED)
                .extracting(decision -> decision.answer().name())
                .containsExactly("already-logged-out", "logged-out");
    }

    @Test
    void tellsWhereThingsStand() throws Exception {
        Operation logout = contract.operation("LogoutChildSession");

        String root = Samples.FILES.text(ContractReader.ROOT);

        assertThat(logout.answer("session-invalid").place().toString()).isEqualTo("examples/session-invalid.yaml:1");
        assertThat(root.lines().toList().get(logout.decisions().get(6).place().line() - 1))
                .contains("answer: logged-out");
    }

    @Test
    void readsTimesAndLimits() {
        Resource child = contract.lifecycle().resource("childSession");

        assertThat(child.expires()).isEqualTo(new Resource.Lifetime(Duration.ofMinutes(15), Duration.ofHours(8)));
        assertThat(child.perOwner()).isEqualTo(5);
        assertThat(child.perParent()).isEqualTo(32);
        assertThat(contract.operation("AddMessages").maxBytes()).isEqualTo(65536);
        assertThat(contract.operation("GetContext").maxBytes()).isEqualTo(16384);
        assertThat(contract.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
    }

    @Test
    void letsTheFirstRowThatHoldsDecide() {
        Operation logout = contract.operation("LogoutChildSession");
        Situation ended = new Situation(
                true,
                Map.of("parentSession", Standing.endedBy("LOGOUT"), "childSession", Standing.endedBy("PARENT_ENDED")),
                Set.of());
        Situation refused = new Situation(false, ended.standings(), Set.of());

        assertThat(logout.decide(ended).answer().name()).isEqualTo("session-ended");
        assertThat(logout.decide(refused).answer().name()).isEqualTo("operation-not-allowed");
    }

    @Test
    void callsOneOperationOfTheKitsContractDocumented() {
        assertThat(ContractReader.readBundled().operations())
                .filteredOn(operation -> operation.provenance() == Provenance.DOCUMENTED)
                .extracting(Operation::id)
                .containsExactly("LogoutChildSession");
    }

    @Test
    void letsACallerChooseTheAnswerByATrigger() {
        Operation logout = contract.operation("LogoutChildSession");
        Operation create = contract.operation("CreateChildSession");

        assertThat(contract.demo().triggered(logout, body("demo-answer-session-expired")))
                .contains(logout.answer("session-expired"));
        assertThat(contract.demo().triggered(create, body("demo-answer-created")))
                .contains(create.answer("created"));
        assertThat(contract.demo().triggers())
                .singleElement()
                .satisfies(trigger ->
                        assertThat(trigger.valueFor(create.answer("created"))).isEqualTo("demo-answer-created"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo-answer-", "demo-answer-created", "x-demo-answer-logged-out", "logged-out"})
    void takesAnyOtherValueForWhatItIs(String token) {
        assertThat(contract.demo().triggered(contract.operation("LogoutChildSession"), body(token)))
                .isEmpty();
    }

    private static JsonNode body(String token) {
        return JsonNodeFactory.instance.objectNode().put("sessionToken", token);
    }
}
