package io.s360.iid.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.s360.iid.contract.source.ContractFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader refuses, and whether it names the place. */
@DisplayName("A contract is refused with the place that is wrong")
class BrokenContractTest {

    private static final String ROOT = ContractReader.ROOT;
    private static final String LOGOUT_EXAMPLE = "examples/LogoutChildSession-logged-out.yaml";

    static Stream<Arguments> refused() {
        return Stream.of(
                edit(
                        "an example of a wrong type",
                        LOGOUT_EXAMPLE,
                        "success: true",
                        "success: 'yes'",
                        LOGOUT_EXAMPLE + ":9",
                        "LogoutChildSession",
                        "logged-out",
                        "/data/success",
                        "boolean"),
                edit(
                        "an example that drops a member",
                        LOGOUT_EXAMPLE,
                        "    code: null\n",
                        "",
                        "LogoutChildSession",
                        "logged-out",
                        "/desc/code",
                        "required"),
                edit(
                        "an example with a member more",
                        "examples/session-invalid.yaml",
                        "  data: null",
                        "  data: null\n  more: 1",
                        "examples/session-invalid.yaml:8",
                        "/more"),
                edit(
                        "a request example outside its schema",
                        "examples/ChildSession-request.yaml",
                        "fa44b0c4-",
                        "fa44b0c4",
                        "examples/ChildSession-request.yaml:4",
                        "request example",
                        "/sessionId"),
                edit(
                        "an answer without an example",
                        ROOT,
                        "          examples:\n            client-auth-failed: {$ref: './examples/client-auth-failed.yaml'}\n",
                        "",
                        "ValidateChildSession",
                        "the answer 401 has no example"),
                edit(
                        "a decision that names no example",
                        ROOT,
                        "answer: logged-out, then",
                        "answer: logged-of, then",
                        ROOT + ":",
                        "LogoutChildSession",
                        "logged-of",
                        "no response of it declares"),
                edit(
                        "a state that no row covers",
                        ROOT,
                        "        - {given: childSession ACTIVE,             answer: logged-out, then: [end childSession by LOGOUT]}\n",
                        "",
                        "LogoutChildSession",
                        "no row of the decisions covers",
                        "childSession ACTIVE"),
                edit(
                        "a reason that no row covers",
                        ROOT,
                        "        - {given: childSession ENDED,              answer: session-ended,            x-provenance: assumed}\n",
                        "",
                        "LogoutChildSession",
                        "no row of the decisions covers",
                        "childSession ENDED by"),
                edit(
                        "a row that can never be reached",
                        ROOT,
                        "        - {given: childSession ENDED by LOGOUT,    answer: already-logged-out}\n        - {given: childSession ENDED by EXPIRED,   answer: session-expired,          x-provenance: assumed}\n        - {given: childSession ENDED,              answer: session-ended,            x-provenance: assumed}\n",
                        "        - {given: childSession ENDED,               answer: session-ended}\n        - {given: childSession ENDED by LOGOUT,    answer: already-logged-out}\n        - {given: childSession ENDED by EXPIRED,   answer: session-expired}\n",
                        "LogoutChildSession",
                        "row 5 (given childSession ENDED by LOGOUT) can never be reached"),
                edit(
                        "an answer that nothing gives",
                        ROOT,
                        "        - {given: message at limit,                answer: message-limit-reached}\n",
                        "",
                        "AddMessages",
                        "422 message-limit-reached is given by no decision"),
                edit(
                        "a keyword that is not known",
                        ROOT,
                        "      summary: Logout Child Session\n",
                        "      summary: Logout Child Session\n      deprecatd: true\n",
                        "LogoutChildSession",
                        "deprecatd is not known"),
                edit(
                        "a schema keyword that is not known",
                        ROOT,
                        "        success: {type: boolean}",
                        "        success: {type: boolean, default: true}",
                        "default is not known"),
                edit(
                        "a pattern that is not anchored",
                        ROOT,
                        "pattern: '^[A-Za-z0-9_.:-]+$'",
                        "pattern: '[A-Za-z0-9_.:-]+'",
                        ROOT + ":",
                        "clientMessageId/pattern"),
                edit(
                        "a string without a limit",
                        ROOT,
                        "    ClientId:\n      type: string\n      description: The id of a client application.\n      pattern: '^[A-Za-z0-9_.-]+$'\n      minLength: 1\n      maxLength: 64\n",
                        "    ClientId:\n      type: string\n      pattern: '^[A-Za-z0-9_.-]+$'\n      minLength: 1\n",
                        "/components/schemas/ClientId",
                        "maxLength"),
                edit(
                        "an object whose openness is not stated",
                        ROOT,
                        "    LoggedOut:\n      type: object\n      x-provenance: documented\n      additionalProperties: false\n",
                        "    LoggedOut:\n      type: object\n      x-provenance: documented\n",
                        "/components/schemas/LoggedOut",
                        "additionalProperties"),
                edit(
                        "a condition in another language",
                        ROOT,
                        "given: message at limit,   ",
                        "given: messages are full, ",
                        "AddMessages",
                        "the condition 'messages are full' is none of"),
                edit(
                        "an effect in another language",
                        ROOT,
                        "then: [end childSession by LOGOUT]",
                        "then: [kill childSession]",
                        "LogoutChildSession",
                        "the effect 'kill childSession' is none of"),
                edit(
                        "a reason that the life-cycle does not have",
                        ROOT,
                        "then: [end childSession by LOGOUT]",
                        "then: [end childSession by MAGIC]",
                        "childSession never ends by MAGIC"),
                edit(
                        "a live value at a place that the example does not have",
                        ROOT,
                        "            /data/maxExpiresAt: childSession.maxExpiresAt\n",
                        "            /data/maxExpiry: childSession.maxExpiresAt\n",
                        "CreateChildSession",
                        "has nothing at /data/maxExpiry"),
                edit(
                        "a live value of an attribute that does not exist",
                        ROOT,
                        "/data/clientId: childSession.owner",
                        "/data/clientId: childSession.proprietor",
                        "CreateChildSession",
                        "childSession has no attribute proprietor"),
                edit(
                        "an operation that does not demand a key",
                        ROOT,
                        "security: [{ApiKey: [], ClientId: []}]",
                        "security: [{ApiKey: [], Api: []}]",
                        "GetContext",
                        "does not demand the header X-IID-CLIENT-ID"),
                edit(
                        "checks in an order that cannot be kept",
                        ROOT,
                        "    - {check: client,       answer",
                        "    - {check: rate,         answer: too-many-requests,      fails: again}\n    - {check: client,       answer",
                        "x-requests",
                        "each check must stand once"),
                edit(
                        "a reference that leads nowhere",
                        ROOT,
                        "./examples/session-ended.yaml",
                        "./examples/session-over.yaml",
                        "session-over.yaml cannot be read"),
                edit(
                        "a reference that leads in a circle",
                        ROOT,
                        "    LoggedOut:\n      type: object\n      x-provenance: documented\n",
                        "    LoggedOut:\n      $ref: '#/components/schemas/LoggedOut'\n    LoggedOutBefore:\n      type: object\n      x-provenance: documented\n",
                        "leads in a circle"),
                edit(
                        "a member that stands twice",
                        ROOT,
                        "  title: S360 IID Authorization\n",
                        "  title: S360 IID Authorization\n  title: again\n",
                        ROOT + ":4",
                        "title stands twice"),
                edit(
                        "a file that is not YAML",
                        "examples/session-ended.yaml",
                        "value:",
                        "value: [",
                        "examples/session-ended.yaml:",
                        "not YAML"),
                edit(
                        "a trigger that names no answer",
                        ROOT,
                        "sessionToken: 'demo-answer-{answer}'",
                        "sessionToken: 'demo-answer'",
                        "s360-iid.yaml:89",
                        "triggers/sessionToken"),
                edit(
                        "a trigger that names an answer twice",
                        ROOT,
                        "sessionToken: 'demo-answer-{answer}'",
                        "sessionToken: '{answer}-{answer}'",
                        "triggers/sessionToken"),
                edit(
                        "a trigger by what no request has",
                        ROOT,
                        "sessionToken: 'demo-answer-{answer}'",
                        "token: 'demo-answer-{answer}'",
                        "x-demo",
                        "no request has the member token"),
                edit(
                        "a trigger whose values break the schema",
                        ROOT,
                        "sessionToken: 'demo-answer-{answer}'",
                        "sessionId: 'demo-answer-{answer}'",
                        "x-demo",
                        "the value demo-answer-session-expired breaks the schema of LogoutChildSession",
                        "(s360-iid.yaml:"),
                edit(
                        "a trigger whose values are too long",
                        ROOT,
                        "sessionToken: 'demo-answer-{answer}'",
                        "sessionToken: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{answer}'",
                        "x-demo",
                        "breaks the schema of GetContext",
                        "4096"),
                edit(
                        "a trigger that means a resource of the demo",
                        ROOT,
                        "- {sessionToken: demo-session-token-expired, ",
                        "- {sessionToken: demo-answer-session-expired,",
                        "s360-iid.yaml:89",
                        "the value demo-answer-session-expired is the key of a resource of the demo"),
                Arguments.of(
                        "a trigger that a request example pulls",
                        EditedFiles.replacing(
                                "examples/ParentSession-request-unknown-token.yaml",
                                "nobodys-session-token",
                                "demo-answer-session-ended"),
                        new String[] {"the request example session-invalid of GetContext stands for session-ended"}),
                edit(
                        "an effect on what the request does not name",
                        ROOT,
                        "then: [extend parentSession, create childSession]",
                        "then: [extend childSession, create childSession]",
                        "CreateChildSession",
                        "changes or shows childSession"),
                edit(
                        "a creation under what the request does not name",
                        ROOT,
                        "then: [extend parentSession, create childSession]",
                        "then: [create message]",
                        "CreateChildSession",
                        "changes or shows childSession"),
                edit(
                        "a live value of what the request does not name",
                        ROOT,
                        "/data/language: parentSession.language",
                        "/data/language: childSession.owner",
                        "GetContext",
                        "changes or shows childSession"),
                edit(
                        "an effect on what nobody has",
                        ROOT,
                        "- {given: parentSession unknown,           answer: session-invalid}",
                        "- {given: parentSession unknown, answer: session-invalid, then: [extend parentSession]}",
                        "GetContext",
                        "changes or shows parentSession"),
                edit(
                        "a resource that outlives itself",
                        ROOT,
                        "expires: {idle: PT15M, atMost: PT8H}",
                        "expires: {idle: PT9H, atMost: PT8H}",
                        "s360-iid.yaml:",
                        "childSession",
                        "may be idle for longer"),
                edit(
                        "two clients of one id",
                        ROOT,
                        "- {id: ENTITY_PORTAL,  ",
                        "- {id: TIBCO_CONSUMER, ",
                        "x-demo",
                        "the id TIBCO_CONSUMER stands twice"),
                edit(
                        "two demo resources of one key",
                        ROOT,
                        "- {sessionId: 00000000-0000-4000-8000-000000000001,",
                        "- {sessionId: fa44b0c4-fb2d-43c3-bb65-345ad2a8be11,",
                        "x-demo",
                        "the sessionId fa44b0c4-fb2d-43c3-bb65-345ad2a8be11 stands twice"),
                edit(
                        "a reference deep in a schema that leads nowhere",
                        ROOT,
                        "items: {$ref: '#/components/schemas/NewMessage'}",
                        "items: {$ref: '#/components/schemas/NoMessage'}",
                        "s360-iid.yaml:8",
                        "#/components/schemas/NoMessage leads nowhere"),
                edit(
                        "a reference without a pointer",
                        ROOT,
                        "items: {$ref: '#/components/schemas/NewMessage'}",
                        "items: {$ref: '#NewMessage'}",
                        "s360-iid.yaml:8",
                        "#NewMessage does not end in a JSON pointer"),
                edit(
                        "a pattern that cannot be understood",
                        ROOT,
                        "pattern: '^[A-Za-z0-9_.:-]+$'",
                        "pattern: '^[A-Za-z0-9_.:-+$'",
                        "s360-iid.yaml:8",
                        "the pattern cannot be understood"),
                edit(
                        "a demo state that does not exist",
                        ROOT,
                        "state: ENDED by ADMIN",
                        "state: ENDED by NOBODY",
                        "x-demo",
                        "never 'ENDED by NOBODY'"));
    }

    private static Arguments edit(String name, String file, String text, String replacement, String... parts) {
        return Arguments.of(name, EditedFiles.replacing(file, text, replacement), parts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesAndNamesThePlace(String name, ContractFiles files, String... parts) {
        BrokenContract broken =
                catchThrowableOfType(BrokenContract.class, () -> ContractReader.read(files, ContractReader.ROOT));

        assertThat(broken).as(name).isNotNull();
        assertThat(broken.findings())
                .anySatisfy(finding -> assertThat(finding.toString()).contains(parts));
        assertThat(broken.findings())
                .allSatisfy(finding -> assertThat(finding.place().line()).isPositive());
    }

    @Test
    void tellsAllFindingsAtOnce() {
        ContractFiles files = name -> EditedFiles.replacing(ROOT, "answer: logged-out, then", "answer: logged-of, then")
                .text(name)
                .replace("given: message at limit,   ", "given: messages are full, ");

        BrokenContract broken =
                catchThrowableOfType(BrokenContract.class, () -> ContractReader.read(files, ContractReader.ROOT));

        assertThat(broken.findings()).extracting(Finding::subject).contains("LogoutChildSession", "AddMessages");
    }
}
