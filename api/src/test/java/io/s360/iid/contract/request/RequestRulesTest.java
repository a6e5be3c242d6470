package io.s360.iid.contract.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.Samples;
import io.s360.iid.contract.schema.Violation;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

    private static final Contract CONTRACT = Samples.contract();
    private static final String ID = "\"sessionId\":\"fa44b0c4-fb2d-43c3-bb65-345ad2a8be11\"";

    private final RequestRules rules = new RequestRules(CONTRACT);

    static Stream<Arguments> refused() {
        SampleRequest good = SampleRequest.logout();
        return Stream.of(
                refusal("resource-not-found", good.path("/middleware/api/external/sso/session/logout/")),
                refusal("resource-not-found", good.path("/middleware/api/external/sso//session/logout")),
                refusal("resource-not-found", good.path("/")),
                refusal("method-not-allowed", good.method("GET")),
                refusal("method-not-allowed", good.method("post")),
                refusal("unsupported-media-type", good.without("Content-Type")),
                refusal("unsupported-media-type", good.with("Content-Type", "text/plain")),
                refusal("unsupported-media-type", good.with("Content-Type", "application/json; charset=utf-16")),
                refusal("unsupported-media-type", good.with("Content-Type", "application/json, application/json")),
                refusal("unsupported-media-type", good.adding("Content-Type", "application/json")),
                refusal("unsupported-media-type", good.adding("Content-Encoding", "gzip")),
                refusal("not-acceptable", good.adding("Accept", "text/html")),
                refusal("not-acceptable", good.adding("Accept", "application/json;q=0, */*;q=0.5")),
                refusal("not-acceptable", good.adding("Accept", "application")),
                refusal("invalid-header", good.adding("x-iid-api-key", "right-key")),
                refusal("invalid-header", good.adding("X-IID-CLIENT-ID", "ANOTHER")),
                refusal("invalid-header", good.adding("X-IID-TraceId", "1-1-1-1-1")),
                refusal("client-auth-failed", good.with("X-IID-API-KEY", "wrong-key")),
                refusal("client-auth-failed", good.without("X-IID-API-KEY")),
                refusal("client-auth-failed", good.without("X-IID-CLIENT-ID")),
                refusal("too-many-requests", good.with("X-IID-CLIENT-ID", "A_HASTY_CLIENT")),
                refusal("payload-too-large", good.body(" ".repeat(16385))),
                refusal("invalid-encoding", good.bytes('{', '"', 0xff, '"', '}')),
                refusal("invalid-encoding", good.bytes('"', 0xc0, 0xaf, '"')),
                refusal("invalid-encoding", good.bytes('{', 0, '}')),
                refusal("invalid-encoding", good.body("{\"sessionToken\":\"\\u0000\"," + ID + "}")),
                refusal("invalid-encoding", good.body("{\"sessionToken\":\"\\ud83d\"," + ID + "}")),
                refusal("malformed-json", good.body("")),
                refusal("malformed-json", good.body("  ")),
                refusal("malformed-json", good.body("{")),
                refusal("malformed-json", good.body("{} {}")),
                refusal("malformed-json", good.body("{'sessionToken':''}")),
                refusal("malformed-json", good.body("{\"sessionToken\":NaN}")),
                refusal("malformed-json", good.body("{\"sessionToken\":\"\",}")),
                refusal("malformed-json", good.body("\uFEFF{}")),
                refusal("malformed-json", good.body("{" + ID + "," + ID + "}")),
                refusal("malformed-json", good.body("[".repeat(9) + "]".repeat(9))),
                refusal("malformed-json", good.body("[".repeat(8000) + "]".repeat(8000))),
                refusal("malformed-json", good.body("{\"sessionToken\":" + "1".repeat(10000) + "}")),
                refusal("validation-failed", good.body("null")),
                refusal("validation-failed", good.body("[".repeat(8) + "]".repeat(8))),
                refusal("validation-failed", good.body("{\"sessionToken\":1e999999999," + ID + "}")),
                refusal("validation-failed", good.body("{\"sessionToken\":null," + ID + "}")),
                refusal("validation-failed", good.body("{\"SessionToken\":\"\"," + ID + "}")),
                refusal("validation-failed", good.body("{\"sessionToken\":\"\",\"sessionId\":\"1-1-1-1-1\"}")),
                refusal("validation-failed", good.body("{\"sessionToken\":\"" + "x".repeat(4097) + "\"," + ID + "}")));
    }

    private static Arguments refusal(String answer, SampleRequest request) {
        return Arguments.of(answer, request);
    }

    @ParameterizedTest(name = "{0} [{index}]")
    @MethodSource("refused")
    void refuses(String answer, SampleRequest request) {
        Verdict verdict = rules.judge(request, new Gate());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.answer().name()).isEqualTo(answer);
            assertThat(refused.violations())
                    .isNotEmpty()
                    .allSatisfy(violation -> assertThat(violation.rule().line()).isPositive());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON;Charset=UTF-8",
                "application/json; charset=\"utf-8\"",
                "application/json ; v=1"
            })
    void acceptsEverySpellingOfJson(String type) {
        assertThat(rules.judge(SampleRequest.logout().with("Content-Type", type), new Gate()))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/html, application/json;q=0.1", "text/html, */*;q=0.8"})
    void acceptsWhoeverWantsJsonAtAll(String accept) {
        assertThat(rules.judge(SampleRequest.logout().adding("Accept", accept), new Gate()))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void acceptsAnEmptyTokenAndAnIdInUpperCase() {
        String body = "{\"sessionToken\":\"\",\"sessionId\":\"FA44B0C4-FB2D-43C3-BB65-345AD2A8BE11\"}";

        assertThat(rules.judge(SampleRequest.logout().body(body), new Gate())).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void countsLengthInCodePoints() {
        String emoji = "\uD83D\uDE00";

        assertThat(judgeMessage(emoji.repeat(1000))).isInstanceOf(Verdict.Accepted.class);
        assertThat(judgeMessage(emoji.repeat(1001))).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u00a0\u3000", "\u202Eabc", "\\u0007", "\\u2066x"})
    void refusesTextThatIsBlankOrTurnsItsDirection(String text) {
        assertThat(judgeMessage(text)).isInstanceOf(Verdict.Refused.class);
    }

    private Verdict judgeMessage(String text) {
        String message = "{\"level\":\"INFO\",\"en\":\"" + text + "\",\"ar\":\"نص\"}";
        String body = "{\"sessionToken\":\"t\"," + ID + ",\"messages\":[" + message + "]}";
        return rules.judge(
                SampleRequest.logout()
                        .path("/middleware/api/external/messages/add")
                        .body(body),
                new Gate());
    }

    @Test
    void tellsAllViolationsWithTheirPlaces() {
        Verdict verdict = rules.judge(SampleRequest.logout().body("{\"sessionToken\":1,\"x\":2}"), new Gate());

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::key, Violation::where)
                                .containsExactlyInAnyOrder(
                                        tuple("fields.type", "/sessionToken"),
                                        tuple("fields.required", "/sessionId"),
                                        tuple("fields.additionalProperties", "/x")));
    }

    @Test
    void neverLooksAtABodyBeforeTheClientIsKnown() {
        List<Integer> readings = new ArrayList<>();
        SampleRequest stranger = SampleRequest.logout().without("X-IID-API-KEY");

        rules.judge(new ReadingRequest(stranger, readings), new Gate());

        assertThat(readings).isEmpty();
    }

    @Test
    void neverReadsMoreOfABodyThanItMay() {
        List<Integer> readings = new ArrayList<>();

        rules.judge(new ReadingRequest(SampleRequest.logout(), readings), new Gate());

        assertThat(readings).isNotEmpty().allMatch(limit -> limit == 16385);
    }

    /** Of two bodies of one length; the least of some attempts, for what the JVM does for itself costs memory as well. */
    @Test
    void takesNoMoreMemoryForWhatIsNestedDeeper() {
        String allowed = "[".repeat(8) + "]".repeat(8);
        String tooDeep = "[".repeat(8000) + "]".repeat(8000);

        long forTheAllowed = leastAllocatedBy(allowed + " ".repeat(tooDeep.length() - allowed.length()));
        long forTheDeep = leastAllocatedBy(tooDeep);

        assertThat(forTheDeep - forTheAllowed).isLessThan(100_000);
    }

    private long leastAllocatedBy(String body) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SampleRequest request = SampleRequest.logout().body(body);
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 20; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            Verdict verdict = rules.judge(request, new Gate());
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        }
        return least;
    }

    @Test
    void saysWhatIsAllowedAndHowLongToWait() {
        Verdict byMethod = rules.judge(SampleRequest.logout().method("PUT"), new Gate());
        Verdict byRate = rules.judge(SampleRequest.logout().with("X-IID-CLIENT-ID", "A_HASTY_CLIENT"), new Gate());

        assertThat(((Verdict.Refused) byMethod).headers()).containsEntry("Allow", "POST");
        assertThat(((Verdict.Refused) byRate).headers()).containsEntry("Retry-After", "31");
    }

    @Test
    void takesOverATraceIdOnlyIfItIsUsable() {
        String trace = "0c1d3b1e-2f7a-4c58-9a60-5f0f8d7f1c11";
        SampleRequest good = SampleRequest.logout();

        assertThat(rules.traceId(good.adding("x-iid-traceid", trace))).contains(trace);
        assertThat(rules.traceId(good)).isEmpty();
        assertThat(rules.traceId(good.adding("X-IID-TraceId", "x"))).isEmpty();
        assertThat(rules.traceId(good.adding("X-IID-TraceId", trace).adding("X-IID-TraceId", trace)))
                .isEmpty();
    }

    /** Knows two clients, one of which has no request left. */
    private static final class Gate implements ClientGate {
        @Override
        public boolean authenticates(String clientId, String key) {
            return clientId.startsWith("A_") && key.equals("right-key");
        }

        @Override
        public Optional<Duration> waitBeforeNext(String clientId) {
            return clientId.equals("A_HASTY_CLIENT") ? Optional.of(Duration.ofMillis(30_001)) : Optional.empty();
        }
    }

    private record ReadingRequest(SampleRequest sample, List<Integer> readings) implements IncomingRequest {
        @Override
        public String method() {
            return sample.method();
        }

        @Override
        public String path() {
            return sample.path();
        }

        @Override
        public List<String> headers(String name) {
            return sample.headers(name);
        }

        @Override
        public long declaredLength() {
            return sample.declaredLength();
        }

        @Override
        public byte[] body(int atMost) {
            readings.add(atMost);
            return sample.body(atMost);
        }
    }
}
