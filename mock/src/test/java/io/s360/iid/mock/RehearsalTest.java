package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class RehearsalTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation LOGOUT = CONTRACT.operation("LogoutChildSession");
    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(MockOptions.of(CONTRACT));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> givesEveryDeclaredAnswerByNameToACallerWithoutCredentials() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> operation.answers().values().stream()
                        .map(answer -> DynamicTest.dynamicTest(
                                operation.method() + " " + operation.path() + " · " + answer,
                                () -> rehearse(operation, answer))));
    }

    private static void rehearse(Operation operation, Answer answer) {
        Caller.Answered answered = prefer(operation, "example=" + answer.name());

        assertThat(answered.status()).isEqualTo(answer.status());
        assertThat(answered.json()).isEqualTo(answer.body());
        assertThat(answered.header("Preference-Applied")).isEqualTo("example=" + answer.name());
        assertThat(answered.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.headers().keySet())
                .allSatisfy(name -> assertThat(answered.header(name)).isNotEmpty());
    }

    @Test
    void givesTheFirstAnswerOfAStatus() {
        Caller.Answered answered = prefer(LOGOUT, "code=404");

        assertThat(answered.json())
                .isEqualTo(LOGOUT.answer("child-session-not-found").body());
        assertThat(answered.header("Preference-Applied")).isEqualTo("code=404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example=session-expired",
                "EXAMPLE=session-expired",
                "example=\"session-expired\"",
                "example = session-expired",
                "code=401, example=session-expired",
                "respond-async, wait=10;foo=\"a,b\", example=session-expired; x=y",
                "example=session-expired, example=internal-error",
                "dynamic=true,example=session-expired",
                "code=401;example=session-expired",
                "code=\"401\" ; Example=\"session-expired\"",
                "respond-async; example=session-expired"
            })
    void readsThePreferenceAsHttpWritesIt(String header) {
        assertThat(prefer(LOGOUT, header).code()).isEqualTo("SESSION_EXPIRED");
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(prefer(LOGOUT, "respond-async", "code=401", "example=session-ended")
                        .code())
                .isEqualTo("SESSION_ENDED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example=nonsense",
                "code=418",
                "code=200, example=session-expired",
                "example",
                "example=",
                "code=abc",
                "example=\"\""
            })
    void saysWhatCanBePreferredWhereNothingIsMeant(String header) {
        Caller.Answered answered = prefer(LOGOUT, header);

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(answered.header("X-Mock-Reason"))
                .contains("200 logged-out", "401 session-expired", "503 service-unavailable");
        assertThat(answered.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void saysInTheHeaderWhatFitsThereAndAllOfItToTheConsole() {
        String names = IntStream.range(0, 60)
                .mapToObj(i ->
                        "                another-case-%02d: {$ref: './examples/session-ended.yaml'}\n".formatted(i))
                .collect(Collectors.joining());
        Contract wide = Contracts.edited(
                "s360-iid.yaml",
                yaml -> yaml.replaceFirst(
                        "(?s)(operationId: LogoutChildSession.*?'401':.*?examples:\n)",
                        "$1" + Matcher.quoteReplacement(names)));
        List<String> log = new CopyOnWriteArrayList<>();

        try (MockServer other = MockServer.start(MockOptions.of(wide).withLog(log::add))) {
            Caller.Answered answered = new Caller(other, wide, "TIBCO_CONSUMER")
                    .send("POST", LOGOUT.path(), "", "Prefer", "example=nonsense");

            assertThat(answered.header("X-Mock-Reason"))
                    .hasSizeLessThan(910)
                    .contains("another-case-00")
                    .endsWith(", ...");
            assertThat(String.join("\n", log)).contains("another-case-59", "503 service-unavailable");
        }
    }

    @TestFactory
    Stream<DynamicTest> givesEveryDeclaredAnswerByATriggerValue() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> operation.answers().values().stream()
                        .map(answer -> DynamicTest.dynamicTest(
                                operation.method() + " " + operation.path() + " · " + answer,
                                () -> trigger(operation, answer))));
    }

    private static void trigger(Operation operation, Answer answer) {
        Caller.Answered answered = trigger("TIBCO_CONSUMER", operation, answer.name());

        assertThat(answered.status()).isEqualTo(answer.status());
        assertThat(answered.json()).isEqualTo(answer.body());
        assertThat(answer.headers().keySet())
                .allSatisfy(name -> assertThat(answered.header(name)).isNotEmpty());
    }

    @Test
    void saysWhatATriggerValueCanNameIfItNamesNothing() {
        Caller.Answered answered = trigger("TIBCO_CONSUMER", LOGOUT, "nonsense");

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(answered.header("X-Mock-Reason")).contains("/sessionToken", "200 logged-out");
    }

    @Test
    void letsTheChecksGoBeforeATriggerValue() {
        Caller caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
        String body = "{\"sessionToken\":\"demo-answer-logged-out\"";

        assertThat(caller.call(LOGOUT.id(), body + "}").code()).isEqualTo("VALIDATION_FAILED");
        assertThat(caller.call(LOGOUT.id(), body).code()).isEqualTo("MALFORMED_JSON");
        assertThat(caller.send("POST", LOGOUT.path(), body + "}", "Content-Type", "application/json")
                        .code())
                .isEqualTo("CLIENT_AUTH_FAILED");
    }

    @Test
    void countsNothingByATriggerValue() {
        Operation context = CONTRACT.operation("GetContext");
        for (int i = 0; i < 5; i++) {
            assertThat(trigger("THROTTLED_PORTAL", context, "session-ended").code())
                    .isEqualTo("SESSION_ENDED");
        }

        Caller throttled = new Caller(mock, CONTRACT, "THROTTLED_PORTAL");
        assertThat(throttled
                        .call(context.id(), Map.of("sessionToken", "demo-session-token"))
                        .status())
                .isEqualTo(200);
        assertThat(trigger("THROTTLED_PORTAL", context, "session-ended").code()).isEqualTo("TOO_MANY_REQUESTS");
        mock.reset();
    }

    @Test
    void takesADemoKeyForAKeyEvenIfItLooksLikeATriggerValue() {
        Contract alike =
                Contracts.edited("s360-iid.yaml", yaml -> yaml.replace("'demo-answer-{answer}'", "'demo-{answer}'"));

        try (MockServer other = MockServer.start(MockOptions.of(alike))) {
            Caller caller = new Caller(other, alike, "TIBCO_CONSUMER");
            assertThat(caller.call("GetContext", Map.of("sessionToken", "demo-session-token"))
                            .status())
                    .isEqualTo(200);
            assertThat(caller.call("GetContext", Map.of("sessionToken", "demo-session-ended"))
                            .code())
                    .isEqualTo("SESSION_ENDED");
        }
    }

    @Test
    void leavesOtherPreferencesAlone() {
        assertThat(prefer(LOGOUT, "respond-async, wait=5").code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void comesAfterPathAndMethod() {
        Caller caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");

        assertThat(caller.send("POST", "/nowhere", "", "Prefer", "code=200").code())
                .isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(caller.send("PUT", LOGOUT.path(), "", "Prefer", "code=200").code())
                .isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void changesAndCountsNothing() {
        Caller caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
        String request = LOGOUT.requests().get(LOGOUT.success().name()).toString();

        caller.call(LOGOUT.id(), request, "Prefer", "example=logged-out");
        caller.as("THROTTLED_PORTAL").call(LOGOUT.id(), request, "Prefer", "example=logged-out");

        assertThat(caller.as("THROTTLED_PORTAL").call(LOGOUT.id(), request).status())
                .isEqualTo(404);
        assertThat(caller.call(LOGOUT.id(), request).status()).isEqualTo(200);
        mock.reset();
    }

    private static Caller.Answered trigger(String client, Operation operation, String name) {
        ObjectNode body = (ObjectNode)
                operation.requests().get(operation.success().name()).deepCopy();
        body.put("sessionToken", "demo-answer-" + name);
        return new Caller(mock, CONTRACT, client).call(operation.id(), body.toString());
    }

    private static Caller.Answered prefer(Operation operation, String... headers) {
        String[] all = List.of(headers).stream()
                .flatMap(value -> Stream.of("Prefer", value))
                .toArray(String[]::new);
        return new Caller(mock, CONTRACT, "TIBCO_CONSUMER").send(operation.method(), operation.path(), "", all);
    }
}
