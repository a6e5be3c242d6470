package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.s360.iid.server.WireCaller.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the test plan about JSON and fields that nothing else looks at. */
class HostileFieldsTest {

    private static final String ID = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11";
    private static final Duration LONGEST = Duration.ofMillis(50);
    private static final int ATTEMPTS = 10;

    /** With what the server does on its own from time to time. */
    private static final Set<String> READS =
            Set.of("now", "look", "findParent", "findChild", "forgetChildren", "forgetParents");

    private static final S360Server SERVER = SharedDemo.server();
    private static final WireCaller TIBCO = WireCaller.tibco(SERVER);

    static Stream<Arguments> costly() {
        return Stream.of(
                arguments("depth 9", 400, "[".repeat(9) + "]".repeat(9)),
                arguments("depth 1,000", 400, "[".repeat(1000) + "]".repeat(1000)),
                arguments("depth 2,500, never closed", 400, "{\"a\":".repeat(2500)),
                arguments("depth 8,000", 400, "[".repeat(8000) + "]".repeat(8000)),
                arguments("depth 100,000", 413, "[".repeat(100_000)),
                arguments("a number of 10,000 digits", 400, "9".repeat(10_000)),
                arguments("an enormous exponent", 400, "1e999999999"),
                arguments("an enormous negative exponent", 400, "1e-999999999"),
                arguments("a negative zero", 400, "-0"),
                arguments("a token full of escapes", 401, "\"" + "\\u0041".repeat(2500) + "\""),
                arguments("a thousand members", 400, members()));
    }

    /** The quickest of some attempts, for a machine that does other things as well. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("costly")
    void refusesQuicklyWhatWouldBeCostly(String what, int status, String value) {
        String body = "{\"sessionId\":\"" + ID + "\",\"sessionToken\":" + value + "}";
        long quickest = Long.MAX_VALUE;

        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long start = System.nanoTime();
            Answer answer = TIBCO.post(RawCaller.path("GetChildSession"), body);
            quickest = Math.min(quickest, System.nanoTime() - start);
            assertThat(answer.status()).isEqualTo(status);
        }

        assertThat(Duration.ofNanos(quickest)).isLessThan(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"@type\":\"java.lang.Runtime\"",
                "\"$ref\":\"#/x\"",
                "\"constructor\":{\"prototype\":{}}",
                "\"$where\":\"1\"",
                "\"\":\"\"",
                "\"session\\u0049d \":\"x\""
            })
    void refusesMembersThatItDoesNotKnow(String member) {
        Answer answer =
                TIBCO.post(RawCaller.path("GetContext"), "{\"sessionToken\":\"" + DEMO_TOKEN + "\"," + member + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    }

    /** The name of a member may be written with escapes, and is the same twice then. */
    @Test
    void seesADuplicateThroughItsEscapes() {
        Answer answer = TIBCO.post(
                RawCaller.path("GetContext"), "{\"sessionToken\":\"" + DEMO_TOKEN + "\",\"session\\u0054oken\":\"x\"}");

        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void acceptsAnIdInEitherLetterCase() {
        Answer upper = TIBCO.call("GetChildSession", DEMO_TOKEN, ID.toUpperCase());

        assertThat(upper.status()).isEqualTo(200);
        assertThat(upper.text("/data/sessionId")).isEqualTo(ID);
    }

    @Test
    void acceptsATokenInItsOneSpellingOnly() {
        String token = openedParent("Omar");
        char last = token.charAt(token.length() - 1);
        List<String> others = List.of(
                token.substring(0, token.length() - 1) + (last == 'A' ? 'B' : 'A'),
                token.substring(0, token.length() - 1) + (char) (last ^ 1),
                token + "=",
                token + "A",
                " " + token,
                token.toUpperCase().equals(token) ? token.toLowerCase() : token.toUpperCase(),
                token.replace('-', '+').replace('_', '/') + "\t");

        assertThat(context(token).status()).isEqualTo(200);
        assertThat(others).allSatisfy(other -> assertThat(context(other).code()).isEqualTo("SESSION_INVALID"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table child_session; --",
                "\" or \"\"=\"",
                "{\"$gt\":\"\"}",
                "*)(uid=*))(|(uid=*",
                "$(touch /tmp/x)",
                "`id`",
                "{{7*7}}",
                "${7*7}",
                "#{7*7}",
                "${jndi:ldap://127.0.0.1:1/a}",
                "${env:PATH}",
                "%s%n%x",
                "../../../../etc/passwd",
                "<!ENTITY x SYSTEM \"file:///etc/passwd\">"
            })
    void takesCodeForText(String code) {
        String child = TIBCO.open(DEMO_TOKEN + "-2");
        Map<String, Answer> refused = new HashMap<>();
        try {
            List<String> storeCalls = SharedDemo.storeCallsOf(() -> refused.putAll(asWhatHasAShape(child, code)));

            assertThat(storeCalls).isNotEmpty().isSubsetOf(READS);
            assertThat(refused.get("token").code()).isEqualTo("SESSION_INVALID");
            assertThat(refused.get("id").code()).isEqualTo("VALIDATION_FAILED");
            assertThat(refused.get("client").code()).isEqualTo("CLIENT_AUTH_FAILED");
            assertThat(refused.get("key").code()).isEqualTo("CLIENT_AUTH_FAILED");
            assertThat(refused.get("trace").code()).isEqualTo("INVALID_HEADER");
            assertThat(refused.get("level").code()).isEqualTo("VALIDATION_FAILED");
            assertThat(refused.get("own name").code()).isEqualTo("VALIDATION_FAILED");
            assertThat(asWhatIsFree(child, code))
                    .allSatisfy((where, answer) -> assertThat(answer.status()).isEqualTo(200));
        } finally {
            assertThat(TIBCO.call("LogoutChildSession", DEMO_TOKEN + "-2", child)
                            .status())
                    .isEqualTo(200);
        }
    }

    /** Whoever were to follow the name would come to where this test listens. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${jndi:ldap://127.0.0.1:%d/a}",
                "${${lower:j}ndi:${lower:r}mi://127.0.0.1:%d/a}",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:%d/a\">",
                "$(curl http://127.0.0.1:%d/a)",
                "http://127.0.0.1:%d/a"
            })
    void looksUpNothingThatAFieldNames(String lure) throws IOException {
        String child = TIBCO.open(DEMO_TOKEN + "-2");
        try (ServerSocketChannel there = ServerSocketChannel.open()) {
            there.bind(new InetSocketAddress("127.0.0.1", 0)).configureBlocking(false);
            String code = lure.formatted(there.socket().getLocalPort());

            asWhatHasAShape(child, code);
            asWhatIsFree(child, code);

            assertThat(there.accept()).isNull();
            assertThat(wasVisited(there)).isTrue();
        } finally {
            TIBCO.call("LogoutChildSession", DEMO_TOKEN + "-2", child);
        }
    }

    private static boolean wasVisited(ServerSocketChannel there) throws IOException {
        try (SocketChannel visitor = SocketChannel.open(there.getLocalAddress());
                SocketChannel visit = there.accept()) {
            return visitor.isConnected() && visit != null;
        }
    }

    /** What is known or has a pattern: refused, with nothing but reading done for it. */
    private static Map<String, Answer> asWhatHasAShape(String child, String code) {
        return Map.of(
                "token", TIBCO.call("GetChildSession", code, child),
                "id", TIBCO.call("GetChildSession", DEMO_TOKEN, code),
                "client", TIBCO.with("X-IID-CLIENT-ID", code).call("GetChildSession", DEMO_TOKEN, ID),
                "key", TIBCO.with("X-IID-API-KEY", code).call("GetChildSession", DEMO_TOKEN, ID),
                "trace", TIBCO.with("X-IID-TraceId", code).call("GetChildSession", DEMO_TOKEN, ID),
                "level", message(child, Map.of("level", code, "en", "Done", "ar", "تم")),
                "own name", message(child, Map.of("level", "INFO", "en", "Done", "ar", "تم", "clientMessageId", code)));
    }

    /** What anything may be written in, or is not looked at: taken. */
    private static Map<String, Answer> asWhatIsFree(String child, String code) {
        return Map.of(
                "en", message(child, code, "رسالة"),
                "ar", message(child, "Done", code),
                "agent", TIBCO.with("User-Agent", code).call("GetChildSession", DEMO_TOKEN, ID));
    }

    static Stream<Arguments> texts() {
        String family = "👨‍👩‍👧‍👦";
        return Stream.of(
                arguments("a script", 200, "<script>alert(1)</script>"),
                arguments("a turned direction", 400, "abc\u202Edef"),
                arguments("20,000 combining marks", 400, "a" + "\u0301".repeat(20_000)),
                arguments("1,000 code points of two units", 200, "😀".repeat(1000)),
                arguments("1,001 code points of two units", 400, "😀".repeat(1001)),
                arguments("families at the limit", 200, family.repeat(142)),
                arguments("families over the limit", 400, family.repeat(143)),
                arguments("a tatweel and mixed digits", 200, "مـــرحبا ٣3۳"),
                arguments("decomposed Arabic", 200, Normalizer.normalize("أهلا", Normalizer.Form.NFD)),
                arguments("an escape of the terminal", 400, "\u001b[31m"),
                arguments("nothing but blanks", 400, " \u00A0\u2003"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("texts")
    void countsAndRefusesTextsAsTheContractSays(String what, int status, String text) {
        String child = TIBCO.open(DEMO_TOKEN + "-2");
        try {
            assertThat(message(child, text, "مرحبا").status()).isEqualTo(status);
        } finally {
            TIBCO.call("LogoutChildSession", DEMO_TOKEN + "-2", child);
        }
    }

    @Test
    void givesANameBackAsItCame() {
        String decomposed = Normalizer.normalize("أحمد ـ é ٣3۳", Normalizer.Form.NFD);
        String token = openedParent(decomposed);

        List<String> names = IntStream.range(0, 3)
                .mapToObj(time -> context(token).text("/data/person/name/ar"))
                .toList();

        assertThat(names).containsOnly(decomposed);
    }

    private static Answer context(String token) {
        return TIBCO.call("GetContext", Map.of("sessionToken", token));
    }

    private static Answer message(String child, String en, String ar) {
        return message(child, Map.of("level", "INFO", "en", en, "ar", ar));
    }

    private static Answer message(String child, Map<String, String> message) {
        return TIBCO.call(
                "AddMessages",
                Map.of("sessionToken", DEMO_TOKEN + "-2", "sessionId", child, "messages", List.of(message)));
    }

    private static String openedParent(String name) {
        Map<String, Object> person = Map.of(
                "subjectId", "9d3a2b74-6c1e-4b0a-9a55-2f4b7c8e1d02",
                "name", Map.of("en", "Omar", "ar", name),
                "email", "omar@example.com",
                "mobile", "971500000002",
                "userType", "SOP2");
        return WireCaller.operator(SERVER, SharedDemo.MANAGEMENT_KEY)
                .postObject("/parent-sessions", Map.of("person", person, "language", "ar"))
                .text("/sessionToken");
    }

    private static String members() {
        StringBuilder members = new StringBuilder("{");
        IntStream.range(0, 1000)
                .forEach(number -> members.append("\"m").append(number).append("\":1,"));
        return members.append("\"m\":1}").toString();
    }
}
