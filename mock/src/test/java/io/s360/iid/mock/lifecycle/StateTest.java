package io.s360.iid.mock.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s360.iid.contract.Contract;
import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Resources that come and go as data. */
class StateTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Contract CONTRACT = Contracts.sample();
    private static final String TOKEN = "demo-session-token";
    private static final String CHILD = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";

    private final MovableClock clock = new MovableClock();
    private final Sandbox sandbox = sandbox(CONTRACT);

    @Test
    void takesTheDemoDataOfAContractForAState() {
        ObjectNode demo = CONTRACT.root().get("x-demo").value().deepCopy().asObject();
        demo.retain(CONTRACT.lifecycle().resources().keySet());
        List<ResourceView> seeded = sandbox.resources();
        JsonNode exported = sandbox.exportState();

        sandbox.importState(demo);

        assertThat(sandbox.resources()).isEqualTo(seeded);
        assertThat(sandbox.exportState()).isEqualTo(exported);
    }

    @Test
    void addsSeedsToWhatIsThere() {
        int before = sandbox.size();

        seed("""
                {"childSession": [{"sessionId": "11111111-1111-4111-8111-11111111111A", "within": "mine",
                                   "ownedBy": "ENTITY_PORTAL", "state": "ENDED by LOGOUT"}],
                 "parentSession": [{"sessionToken": "mine", "state": "ACTIVE", "language": "ar"}]}
                """);

        assertThat(sandbox.size()).isEqualTo(before + 2);
        assertThat(call("GetContext", "ENTITY_PORTAL", "mine", null)
                        .at("/data/language")
                        .asString())
                .isEqualTo("ar");
        assertThat(code(call("GetChildSession", "ENTITY_PORTAL", "mine", "11111111-1111-4111-8111-11111111111a")))
                .isEqualTo("ALREADY_LOGGED_OUT");
        assertThat(code(call("GetChildSession", "TIBCO_CONSUMER", TOKEN, CHILD)))
                .isEmpty();
    }

    @Test
    void letsASeedExpireWhenItSays() {
        seed("""
                {"parentSession": [{"sessionToken": "mine", "state": "ACTIVE", "expiresAt": "2026-01-15T12:01:00+04:00"}]}
                """);
        assertThat(code(call("GetContext", "ENTITY_PORTAL", "mine", null))).isEmpty();

        clock.advance(Duration.ofMinutes(1));

        assertThat(code(call("GetContext", "ENTITY_PORTAL", "mine", null))).isEqualTo("SESSION_EXPIRED");
    }

    @Test
    void takesForKnownNoParentThatIsForgottenByNow() {
        clock.advance(Duration.ofDays(40));

        assertThatThrownBy(() -> seed("""
                        {"childSession": [{"sessionId": "11111111-1111-4111-8111-111111111111",
                                           "within": "demo-session-token", "ownedBy": "ENTITY_PORTAL", "state": "ACTIVE"}]}
                        """))
                .isInstanceOf(UnusableState.class)
                .hasMessage("/childSession/0/within names no parentSession that is there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | the state is not an object",
                "{'childSessions': []} | /childSessions is no resource of the contract, which has parentSession, childSession, message",
                "{'childSession': {}} | /childSession is not an array",
                "{'childSession': [7]} | /childSession/0 is not an object",
                "{'parentSession': [{'state': 'ACTIVE'}]} | /parentSession/0 lacks sessionToken",
                "{'parentSession': [{'sessionToken': 7, 'state': 'ACTIVE'}]} | /parentSession/0/sessionToken is no text of 1 to 1000 characters",
                "{'parentSession': [{'sessionToken': '', 'state': 'ACTIVE'}]} | /parentSession/0/sessionToken is no text of 1 to 1000 characters",
                "{'parentSession': [{'sessionToken': 'x'}]} | /parentSession/0 lacks state",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'DEAD'}]} | /parentSession/0/state is none of ACTIVE, ENDED",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE by LOGOUT'}]} | /parentSession/0/state has a reason, which only ENDED has",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ENDED'}]} | /parentSession/0/state needs a reason, as in 'ENDED by LOGOUT' or 'ENDED by EXPIRED' or 'ENDED by ADMIN'",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ENDED by PARENT_ENDED'}]} | /parentSession/0/state needs a reason, as in 'ENDED by LOGOUT' or 'ENDED by EXPIRED' or 'ENDED by ADMIN'",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE', 'persn': 1}]} | /parentSession/0/persn is unknown; a parentSession has sessionToken, ownedBy, createdAt, state, expiresAt, maxExpiresAt, lastExtendedAt, endedAt, sequence, person, legalEntity, language",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE', 'within': 'y'}]} | /parentSession/0/within is unknown; a parentSession has sessionToken, ownedBy, createdAt, state, expiresAt, maxExpiresAt, lastExtendedAt, endedAt, sequence, person, legalEntity, language",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE'}, {'sessionToken': 'x', 'state': 'ACTIVE'}]} | /parentSession/1/sessionToken names a parentSession that is there already",
                "{'parentSession': [{'sessionToken': 'demo-session-token', 'state': 'ACTIVE'}]} | /parentSession/0/sessionToken names a parentSession that is there already",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE', 'ownedBy': 'NOBODY'}]} | /parentSession/0/ownedBy names no client of the contract",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE', 'endedAt': '2026-01-15T08:00:00Z'}]} | /parentSession/0/endedAt is given, but the state is not ENDED",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE', 'createdAt': 'today'}]} | /parentSession/0/createdAt is no time such as 2026-01-15T08:00:00.000Z, from 1970 to 8999",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE', 'createdAt': '9000-01-01T00:00:00Z'}]} | /parentSession/0/createdAt is no time such as 2026-01-15T08:00:00.000Z, from 1970 to 8999",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE', 'expiresAt': '2026-01-15T09:00:00Z', 'maxExpiresAt': '2026-01-15T08:59:59Z'}]} | /parentSession/0/expiresAt is after maxExpiresAt",
                "{'parentSession': [{'sessionToken': 'x', 'state': 'ACTIVE', 'sequence': 0}]} | /parentSession/0/sequence is no whole number from 1 to 1000000000",
                "{'childSession': [{'sessionId': '11111111-1111-4111-8111-111111111111', 'ownedBy': 'TIBCO_CONSUMER', 'state': 'ACTIVE'}]} | /childSession/0 lacks within",
                "{'childSession': [{'sessionId': '11111111-1111-4111-8111-111111111111', 'within': 'demo-session-token', 'state': 'ACTIVE'}]} | /childSession/0 lacks ownedBy",
                "{'childSession': [{'sessionId': '11111111-1111-4111-8111-111111111111', 'within': 'x', 'ownedBy': 'TIBCO_CONSUMER', 'state': 'ACTIVE'}]} | /childSession/0/within names no parentSession that is there",
                "{'childSession': [{'sessionId': 'FA44B0C4-fb2d-43c3-bb65-345ad2a8be11', 'within': 'demo-session-token', 'ownedBy': 'TIBCO_CONSUMER', 'state': 'ACTIVE'}]} | /childSession/0/sessionId names a childSession that is there already",
                "{'childSession': [{'sessionId': '11111111-1111-4111-8111-111111111111', 'within': 'demo-session-token', 'ownedBy': 'TIBCO_CONSUMER', 'state': 'ACTIVE', 'expiresAt': '2027-01-15T09:00:00Z'}]} | /childSession/0/expiresAt is after the latest expiry of its parent",
                "{'childSession': [{'within': 'demo-session-token', 'count': 1, 'ownedBy': 'TIBCO_CONSUMER'}]} | /childSession/0/ownedBy is unknown; a childSession has within, count",
                "{'message': [{'within': 'fa44b0c4-fb2d-43c3-bb65-345ad2a8be11'}]} | /message/0 lacks count",
                "{'message': [{'within': 'fa44b0c4-fb2d-43c3-bb65-345ad2a8be11', 'count': '3'}]} | /message/0/count is no whole number from 1 to 1000000000",
                "{'message': [{'count': 3}]} | /message/0 lacks within",
                "{'message': [{'within': 'fa44b0c4-fb2d-43c3-bb65-345ad2a8be11', 'count': 1000000000}, {'within': 'fa44b0c4-fb2d-43c3-bb65-345ad2a8be11', 'count': 1}]} | /message/1/count makes too many",
            })
    void saysWhichMemberCannotLiveHereAndChangesNothing(String state, String sentence) {
        JsonNode before = sandbox.exportState();

        assertThatThrownBy(() -> seed(state.replace('\'', '"')))
                .isInstanceOf(UnusableState.class)
                .hasMessage(sentence);

        assertThat(sandbox.exportState()).isEqualTo(before);
    }

    @Test
    void changesNothingIfTheLastOfAnImportIsWrong() {
        JsonNode before = sandbox.exportState();

        assertThatThrownBy(() -> sandbox.importState(JSON.readTree("""
                        {"parentSession": [{"sessionToken": "x", "state": "ACTIVE"}, {"sessionToken": "y"}]}
                        """))).hasMessage("/parentSession/1 lacks state");

        assertThat(sandbox.exportState()).isEqualTo(before);
    }

    @Test
    void showsEachResourceAsItStandsWithoutLettingAnybodyIn() {
        clock.advance(Duration.ofDays(30));

        List<ResourceView> shown = sandbox.resources();

        assertThat(shown.get(0).id()).isEqualTo("demo-ses…#1");
        assertThat(shown.get(0).state()).isEqualTo("ENDED");
        assertThat(shown.get(0).reason()).isEqualTo("EXPIRED");
        assertThat(shown)
                .filteredOn(view -> view.id().equals(CHILD))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.parent()).isEqualTo("demo-ses…#1");
                    assertThat(view.owner()).isEqualTo("TIBCO_CONSUMER");
                    assertThat(view.endedAt()).isEqualTo(view.expiresAt());
                });
        assertThat(shown.toString()).doesNotContain(TOKEN);
    }

    @Test
    void neverLetsALookEndAnything() {
        clock.advance(Duration.ofDays(30));
        sandbox.resources();
        sandbox.exportState();

        clock.advance(Duration.ofDays(-30));

        assertThat(code(call("GetChildSession", "TIBCO_CONSUMER", TOKEN, CHILD)))
                .isEmpty();
    }

    @Test
    void leavesOutOnlyWhatAChangedContractHasNoPlaceFor() {
        Contract changed = Contracts.edited(
                "s360-iid.yaml",
                yaml -> yaml.replace("ENTITY_PORTAL", "OTHER_PORTAL")
                        .replace("attributes: [person, legalEntity, language]", "attributes: [person, legalEntity]")
                        .replaceAll(", language: en}", "}")
                        .replaceAll("\n      language: (en|ar)", "")
                        .replaceAll("\n.*parentSession.language", ""));
        sandbox.decide(CONTRACT.operation("CreateChildSession"), "ENTITY_PORTAL", body(TOKEN, null));
        call("LogoutChildSession", "TIBCO_CONSUMER", TOKEN, CHILD);
        Sandbox next = sandbox(changed);

        List<String> dropped = next.adopt(sandbox.leave());

        assertThat(dropped)
                .contains("/childSession/7/ownedBy names no client of the contract")
                .anyMatch(sentence -> sentence.startsWith("/parentSession/0/language is unknown"))
                .hasSize(6);
        assertThat(next.size()).isEqualTo(12);
        assertThat(code(next.decide(changed.operation("GetChildSession"), "TIBCO_CONSUMER", body(TOKEN, CHILD))
                        .body()))
                .isEqualTo("ALREADY_LOGGED_OUT");
    }

    @Test
    void decidesNothingAfterItsResourcesHaveLeft() {
        sandbox.leave();

        assertThatThrownBy(() -> call("LogoutChildSession", "TIBCO_CONSUMER", TOKEN, CHILD))
                .isInstanceOf(SandboxLeft.class);
    }

    private void seed(String state) {
        sandbox.seed(JSON.readTree(state));
    }

    private JsonNode call(String operation, String client, String token, String id) {
        return sandbox.decide(CONTRACT.operation(operation), client, body(token, id))
                .body();
    }

    private static ObjectNode body(String token, String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("sessionToken", token);
        return id == null ? body : body.put("sessionId", id);
    }

    private static String code(JsonNode body) {
        return body.at("/desc/code").asString("");
    }

    private Sandbox sandbox(Contract contract) {
        return new Sandbox(contract, clock, UUID::randomUUID);
    }
}
