package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadJsonTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final String ID = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";
    private static final List<String> LOG = new CopyOnWriteArrayList<>();

    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(MockOptions.of(CONTRACT).withLog(LOG::add));
    }

    @AfterAll
    static void stop() {
        mock.close();
        assertThat(LOG).noneMatch(line -> line.contains("fault in the mock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"sessionToken\":\"a\",}",
                "{\"sessionToken\":\"a\"} x",
                "{'sessionToken':'a'}",
                "// a\n{}",
                "{\"sessionToken\":NaN}",
                "{\"sessionToken\":\"a\",\"sessionToken\":\"b\"}",
                "{\"sessionToken\":\"a\"}{}"
            })
    void refusesWhatIsNoJson(String body) {
        assertThat(get(body)).isEqualTo("400 MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 1_000, 8_000})
    void refusesDepth(int depth) {
        assertThat(get("[".repeat(depth) + "]".repeat(depth))).isEqualTo("400 MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"x\"",
                "7",
                "{}",
                "{\"sessionToken\":\"a\"}",
                "{\"sessionToken\":7,\"sessionId\":\"" + ID + "\"}",
                "{\"sessionToken\":true,\"sessionId\":\"" + ID + "\"}",
                "{\"sessionToken\":null,\"sessionId\":\"" + ID + "\"}",
                "{\"sessionToken\":[\"a\"],\"sessionId\":\"" + ID + "\"}",
                "{\"sessionToken\":{},\"sessionId\":\"" + ID + "\"}",
                "{\"sessionToken\":\"a\",\"sessionId\":\"1-1-1-1-1\"}",
                "{\"sessionToken\":\"a\",\"sessionId\":\"\"}",
                "{\"sessionToken\":\"a\",\"SessionId\":\"" + ID + "\"}",
                "{\"sessionToken\":\"a\",\"sessionId\":\"" + ID + "\",\"x\":1}",
                "{\"sessionToken\":\"a\",\"sessionId\":\"" + ID + "\",\"@class\":\"java.lang.Object\"}",
                "{\"sessionToken\":\"a\",\"sessionId\":\"" + ID + "\",\"$ref\":\"#\"}",
                "{\"sessionToken\":\"a\",\"sessionId\":\"" + ID + "\",\"__proto__\":{}}",
                "{\"sessionToken\":1e999999999,\"sessionId\":\"" + ID + "\"}",
                "{\"sessionToken\":-0,\"sessionId\":\"" + ID + "\"}"
            })
    void refusesWhatBreaksTheSchema(String body) {
        assertThat(get(body)).isEqualTo("400 VALIDATION_FAILED");
    }

    @Test
    void refusesANumberOfTenThousandDigits() {
        assertThat(get("{\"sessionToken\":" + "9".repeat(10_000) + ",\"sessionId\":\"" + ID + "\"}"))
                .startsWith("400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientId", "state", "maxExpiresAt", "parentId", "sessionId"})
    void assignsNothingThatIsNotTheCallers(String member) {
        Caller.Answered answered =
                caller().call("CreateChildSession", Map.of("sessionToken", "demo-session-token", member, ID));

        assertThat(answered.code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void refusesATokenBeyondItsLimit() {
        assertThat(caller().call("GetContext", Map.of("sessionToken", "x".repeat(4_096)))
                        .code())
                .isEqualTo("SESSION_INVALID");
        assertThat(caller().call("GetContext", Map.of("sessionToken", "x".repeat(4_097)))
                        .code())
                .isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(raw(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}))
                .contains("INVALID_ENCODING");
        assertThat(raw("{\"sessionToken\":\"a\",\"sessionId\":\"\\ud800\"}".getBytes(StandardCharsets.UTF_8)))
                .contains("INVALID_ENCODING");
        assertThat(raw("{\"sessionToken\":\"\\u0000\",\"sessionId\":\"a\"}".getBytes(StandardCharsets.UTF_8)))
                .contains("INVALID_ENCODING");
        assertThat(raw("{}".getBytes(StandardCharsets.UTF_16))).contains("INVALID_ENCODING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE child_session; --",
                "{\"$ne\":null}",
                "*)(uid=*",
                "$(reboot)",
                "{{systemValue key='HOME'}}",
                "${jndi:ldap://x/a}"
            })
    void takesEveryTokenForATokenOnly(String token) {
        assertThat(caller().call("GetContext", Map.of("sessionToken", token)).code())
                .isEqualTo("SESSION_INVALID");
    }

    @Test
    void tellsTheConsoleWhatIsWrongAndWhereAndNoValue() {
        get("{\"sessionToken\":\"a-secret-token\",\"sessionId\":\"a-secret-id\",\"more\\r\\nforged\":1}");

        List<String> last = LOG.subList(LOG.size() - 6, LOG.size());
        assertThat(String.join("\n", last))
                .contains("POST /middleware/api/external/sso/session/get 400 validation-failed")
                .contains("fields.pattern at /sessionId", "fields.additionalProperties", "(s360-iid.yaml:")
                .doesNotContain("secret");
        assertThat(last).allMatch(line -> line.lines().count() == 1);
    }

    private static String get(String body) {
        Caller.Answered answered = caller().call("GetChildSession", body);
        return answered.status() + " " + answered.code();
    }

    private static Caller caller() {
        return new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
    }

    private static String raw(byte[] body) {
        byte[] head = ("POST " + CONTRACT.operation("GetChildSession").path()
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "X-IID-CLIENT-ID: TIBCO_CONSUMER\r\nX-IID-API-KEY: demo-tibco-key\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return RawSocket.exchange(mock.port(), all);
    }
}
