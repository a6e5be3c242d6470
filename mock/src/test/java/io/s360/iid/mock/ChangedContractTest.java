package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit of the contract is enough: the mock follows. */
class ChangedContractTest {

    private static final String ROOT = "s360-iid.yaml";
    private static final Map<String, String> CHILD =
            Map.of("sessionToken", "demo-session-token", "sessionId", "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11");

    private interface Trial {
        void of(Caller caller, Contract contract);
    }

    @Test
    void executesAContractOfTheFileSystem(@TempDir Path folder) throws IOException {
        ContractFiles files = Contracts.copiedTo(folder);
        Path root = folder.resolve(ROOT);
        Files.writeString(root, Files.readString(root).replace("key: demo-tibco-key", "key: another-key"));
        Contract contract = ContractReader.read(files, ROOT);

        try (MockServer mock = MockServer.start(MockOptions.of(contract))) {
            Caller caller = new Caller(mock, contract, "TIBCO_CONSUMER");
            assertThat(caller.call("LogoutChildSession", CHILD).status()).isEqualTo(200);
        }
    }

    @Test
    void followsARenamedPath() {
        with(ROOT, yaml -> yaml.replace("sso/session/logout:", "sso/session/end:"), (caller, contract) -> {
            assertThat(contract.operation("LogoutChildSession").path()).endsWith("/sso/session/end");
            assertThat(caller.call("LogoutChildSession", CHILD).status()).isEqualTo(200);
            assertThat(caller.send("POST", "/middleware/api/external/sso/session/logout", "")
                            .status())
                    .isEqualTo(404);
        });
    }

    @Test
    void followsAChangedText() {
        with(
                "examples/already-logged-out.yaml",
                yaml -> yaml.replace("Already logged out", "Gone"),
                (caller, contract) -> {
                    caller.call("LogoutChildSession", CHILD);
                    assertThat(caller.call("LogoutChildSession", CHILD)
                                    .json()
                                    .at("/desc/en")
                                    .asString())
                            .isEqualTo("Gone");
                });
    }

    @Test
    void followsAChangedRowOfADecisionTable() {
        UnaryOperator<String> swapped = yaml -> yaml.replace(
                        "{given: parentSession unknown,           answer: not-valid}",
                        "{given: parentSession unknown,           answer: session-invalid}")
                .replaceFirst(
                        "(?s)(operationId: ValidateChildSession.*?'401': \\{\\$ref: '#/components/responses/)ClientRefused",
                        "$1SessionRefused");
        with(
                ROOT,
                swapped,
                (caller, contract) -> assertThat(caller.call(
                                        "ValidateChildSession",
                                        Map.of("sessionToken", "x", "sessionId", CHILD.get("sessionId")))
                                .code())
                        .isEqualTo("SESSION_INVALID"));
    }

    @Test
    void followsALoweredLimitOfItems() {
        with(ROOT, yaml -> yaml.replace("maxItems: 20", "maxItems: 2"), (caller, contract) -> {
            assertThat(addMessages(caller, 2).status()).isEqualTo(200);
            assertThat(addMessages(caller, 3).code()).isEqualTo("VALIDATION_FAILED");
        });
    }

    @Test
    void followsALoweredLimitOfResources() {
        with(
                ROOT,
                yaml -> yaml.replace("limits: {perOwner: 5, perParent: 32}", "limits: {perOwner: 5, perParent: 3}"),
                (caller, contract) -> {
                    Map<String, String> token = Map.of("sessionToken", "demo-session-token");
                    assertThat(caller.as("ENTITY_PORTAL")
                                    .call("CreateChildSession", token)
                                    .status())
                            .isEqualTo(200);
                    assertThat(caller.as("ENTITY_PORTAL")
                                    .call("CreateChildSession", token)
                                    .code())
                            .isEqualTo("SESSION_LIMIT_REACHED");
                });
    }

    @Test
    void followsAChangedLifetime() {
        with(
                ROOT,
                yaml -> yaml.replace("expires: {idle: PT15M, atMost: PT8H}", "expires: {idle: PT1S, atMost: PT2S}"),
                (caller, contract) -> {
                    Caller.Answered created =
                            caller.call("CreateChildSession", Map.of("sessionToken", "demo-session-token"));
                    assertThat(created.data()
                                    .get("expiresAt")
                                    .asString()
                                    .compareTo(
                                            created.data().get("maxExpiresAt").asString()))
                            .isNegative();
                });
    }

    @Test
    void followsRenamedHeaders() {
        with(
                ROOT,
                yaml -> yaml.replace("X-IID-API-KEY", "X-KEY").replace("X-IID-TraceId", "X-Trace"),
                (caller, contract) -> {
                    Caller.Answered answered = caller.call("LogoutChildSession", CHILD);
                    assertThat(answered.status()).isEqualTo(200);
                    assertThat(answered.header("X-Trace")).isNotEmpty();
                    assertThat(caller.send("GET", "/__admin/requests", "").body())
                            .doesNotContain("demo-tibco-key");
                });
    }

    @Test
    void followsARenamedResourceAndKey() {
        UnaryOperator<String> renamed =
                text -> text.replace("childSession", "visit").replace("sessionId", "visitId");
        Contract contract = ContractReader.read(name -> renamed.apply(Contracts.text(name)), ROOT);
        try (MockServer mock = MockServer.start(MockOptions.of(contract))) {
            Caller caller = new Caller(mock, contract, "TIBCO_CONSUMER");
            String id = caller.call("CreateChildSession", Map.of("sessionToken", "demo-session-token"))
                    .data()
                    .get("visitId")
                    .asString();
            Map<String, String> named =
                    Map.of("sessionToken", "demo-session-token", "visitId", id.toUpperCase(Locale.ROOT));
            assertThat(caller.call("LogoutChildSession", named).status()).isEqualTo(200);
            assertThat(caller.call("LogoutChildSession", named).code()).isEqualTo("ALREADY_LOGGED_OUT");
        }
    }

    private static Caller.Answered addMessages(Caller caller, int number) {
        Map<String, String> message = Map.of("level", "INFO", "en", "Hello", "ar", "مرحبا");
        return caller.call(
                "AddMessages",
                Map.of(
                        "sessionToken",
                        CHILD.get("sessionToken"),
                        "sessionId",
                        CHILD.get("sessionId"),
                        "messages",
                        Stream.generate(() -> message).limit(number).toList()));
    }

    private static void with(String file, UnaryOperator<String> edit, Trial trial) {
        Contract contract = Contracts.edited(file, edit);
        try (MockServer mock = MockServer.start(MockOptions.of(contract))) {
            trial.of(new Caller(mock, contract, "TIBCO_CONSUMER"), contract);
        }
    }
}
