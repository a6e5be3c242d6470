package io.s360.iid.contract.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.reading.Samples;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExaminationTest {

    private static final Contract CONTRACT = Samples.contract();
    private static final String ID = "\"sessionId\":\"fa44b0c4-fb2d-43c3-bb65-345ad2a8be11\"";
    private static final String SECRET = "s3cr3t";

    private final RequestRules rules = new RequestRules(CONTRACT);

    @Test
    void findsNothingWrongWithAGoodRequest() {
        Examination examination = examine(SampleRequest.logout());

        assertThat(examination.violations()).isEmpty();
        assertThat(examination.operation()).extracting(Operation::id).isEqualTo("LogoutChildSession");
        assertThat(String.valueOf(examination.body())).contains("any-token");
    }

    @Test
    void tellsWhatEveryCheckFindsInTheOrderOfTheChecks() {
        SampleRequest bad = SampleRequest.logout()
                .with("Content-Type", "text/plain")
                .with("X-IID-API-KEY", "wrong-key")
                .adding("Accept", "text/html")
                .adding("X-IID-TraceId", "1-1-1-1-1")
                .body("{\"sessionToken\":1,\"x\":\"\\ud800\"}");

        assertThat(examine(bad).violations())
                .extracting(Violation::key)
                .containsExactly(
                        "content-type",
                        "accept",
                        "headers.format",
                        "headers.minLength",
                        "headers.pattern",
                        "client",
                        "encoding",
                        "fields.required",
                        "fields.type",
                        "fields.additionalProperties");
    }

    static Stream<Arguments> alone() {
        SampleRequest good = SampleRequest.logout();
        SampleRequest broken = good.with("X-IID-API-KEY", "wrong-key").body("{");
        return Stream.of(
                Arguments.of("path", broken.path("/nowhere")),
                Arguments.of("method", broken.method("GET")),
                Arguments.of(
                        "content-type", good.adding("Content-Encoding", "gzip").bytes(0x1f, 0x8b)),
                Arguments.of(
                        "content-type",
                        good.with("Content-Type", "application/json; charset=utf-16")
                                .bytes(0, '{')),
                Arguments.of("headers.repeated", good.adding("X-IID-API-KEY", "wrong-key")),
                Arguments.of("size", good.body("[".repeat(16385))),
                Arguments.of("encoding", good.bytes('{', 0xff)),
                Arguments.of("json", good.body("{")));
    }

    @ParameterizedTest(name = "{0} [{index}]")
    @MethodSource("alone")
    void leavesOutWhatCannotBeJudgedAfterIt(String key, SampleRequest request) {
        assertThat(examine(request).violations()).extracting(Violation::key).containsExactly(key);
    }

    @Test
    void knowsNoOperationWherePathOrMethodIsWrong() {
        assertThat(examine(SampleRequest.logout().path("/nowhere")).operation()).isNull();
        assertThat(examine(SampleRequest.logout().method("GET")).operation()).isNull();
    }

    @Test
    void takesNothingFromTheRate() {
        ClientGate gate = new ClientGate() {
            @Override
            public boolean authenticates(String clientId, String key) {
                return true;
            }

            @Override
            public Optional<Duration> waitBeforeNext(String clientId) {
                throw new AssertionError("asked for the rate");
            }
        };

        assertThat(rules.examine(SampleRequest.logout(), gate).violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sessionToken\":1,%s}                      | type: string",
                "{%s}                                         | required: sessionToken",
                "{\"sessionToken\":\"\",\"x\":1,%s}           | additionalProperties: false",
                "{\"sessionToken\":\"\",\"sessionId\":\"1\"}  | minLength: 36",
                "[]                                           | type: object",
                "{                                            | exactly one JSON text",
                "[[[[[[[[[]]]]]]]]]                           | body.maxDepth: 8"
            })
    void saysWhatTheContractDemandsByTheLineThatDemandsIt(String body, String expected) throws IOException {
        List<Violation> violations =
                examine(SampleRequest.logout().body(body.replace("%s", ID))).violations();

        assertThat(violations).extracting(Violation::expected).contains(expected);
        for (Violation violation : violations) {
            String keyword = violation.expected().replaceFirst("^body[.]", "").replaceFirst(":.*", "");
            assertThat(lineAt(violation.rule())).contains(keyword.contains(" ") ? "check: json" : keyword);
        }
    }

    @Test
    void namesTheLineOfTheLimitOfSizeAndOfTheHeaders() throws IOException {
        Violation size = examine(SampleRequest.logout().body(" ".repeat(16385)))
                .violations()
                .get(0);
        Violation key = examine(SampleRequest.logout().without("X-IID-API-KEY"))
                .violations()
                .get(0);
        Violation method =
                examine(SampleRequest.logout().method("GET")).violations().get(0);
        Violation type = examine(SampleRequest.logout().without("Content-Type"))
                .violations()
                .get(0);

        assertThat(size.expected()).isEqualTo("body.maxBytes: 16384");
        assertThat(lineAt(size.rule())).contains("maxBytes: 16384");
        assertThat(key.where()).isEqualTo("X-IID-API-KEY");
        assertThat(lineAt(key.rule())).contains("name: X-IID-API-KEY");
        assertThat(method.expected()).isEqualTo("POST");
        assertThat(lineAt(method.rule())).contains("post:");
        assertThat(type.expected()).isEqualTo("application/json");
        assertThat(lineAt(type.rule())).contains("application/json:");
    }

    @Test
    void namesTheOwnLimitOfAnOperation() {
        SampleRequest large = SampleRequest.logout()
                .path("/middleware/api/external/messages/add")
                .body(" ".repeat(65537));

        assertThat(examine(large).violations()).extracting(Violation::expected).containsExactly("body.maxBytes: 65536");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                              | ends before the JSON text does (line 1, column 2)",
                "{\"sessionToken\":\"s3cr3t     | ends before the JSON text does (line 1, column 24)",
                "{⏎ \"sessionToken\" s3cr3t}    | has an unexpected word (line 2, column 17)",
                "{⏎ \"sessionToken\": \"s3cr3t\",⏎} | has an unexpected } (line 3, column 1)",
                "{} s3cr3t                      | goes on after the end of the JSON text (line 1, column 4)",
                "{}{}                           | goes on after the end of the JSON text (line 1, column 3)",
                "{'sessionToken':1}             | has a single quote, where JSON has double ones (line 1, column 2)",
                "[NaN]                          | has an unexpected word (line 1, column 2)",
                "[01]                           | has an unexpected digit (line 1, column 3)",
                "[\"s3cr3t⏎\"]                  | has an unexpected control character (line 1, column 9)",
                "﻿{}                             | has a byte order mark (line 1, column 1)",
                "[[⏎[[[[[[[]]]]]]]]]            | is nested deeper than 8 (line 2, column 7)",
                "{\"s3cr3t\":1,\"s3cr3t\":2}    | has a member that is not declared twice, again (line 1, column 13)",
                "{\"sessionId\":1,⏎\"sessionId\":2} | has the member sessionId twice, again (line 2, column 1)"
            })
    void saysWhereAndHowATextIsNotJson(String body, String problem) {
        Examination examination = examine(SampleRequest.logout().body(body.replace('⏎', '\n')));

        assertThat(examination.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.problem()).isEqualTo(problem);
            assertThat(violation.toString()).doesNotContain(SECRET);
            assertThat(violation.key()).isEqualTo("json");
        });
        assertThat(examination.body()).isNull();
    }

    @Test
    void pointsAtARepeatedMemberOnlyIfAllNamesOnTheWayAreDeclared() {
        assertThat(whereRepeated("{\"messages\":[{\"level\":1},{\"level\":1,\"level\":2}]}"))
                .isEqualTo("/messages/1/level");
        assertThat(whereRepeated("{\"s3cr3t\":[{\"level\":1,\"level\":2}]}")).isEmpty();
    }

    private String whereRepeated(String body) {
        SampleRequest request = SampleRequest.logout()
                .path("/middleware/api/external/messages/add")
                .body(body);
        return examine(request).violations().get(0).where();
    }

    static Stream<String> bodiesWithSecrets() {
        return Stream.of(
                "{\"sessionToken\":[\"s3cr3t\"],\"sessionId\":\"s3cr3t\"}",
                "{\"sessionToken\":{\"s3cr3t\":1},\"sessionId\":\"" + "s3cr3t".repeat(7) + "\"}",
                "{\"sessionToken\":\"\",\"sessionId\":true,\"messages\":[{\"level\":\"s3cr3t\",\"en\":\"s3cr3t\\u0007\"}]}",
                "\"s3cr3t\"",
                "s3cr3t",
                "{\"sessionToken\":s3cr3t}",
                "{\"sessionToken\":\"s3cr3t\\x\"}");
    }

    @ParameterizedTest
    @MethodSource("bodiesWithSecrets")
    void neverRepeatsAValueOfTheRequest(String body) {
        SampleRequest request = SampleRequest.logout()
                .path("/middleware/api/external/messages/add")
                .with("Content-Type", "text/s3cr3t")
                .with("X-IID-API-KEY", SECRET)
                .adding("Accept", "image/s3cr3t")
                .adding("X-IID-TraceId", SECRET)
                .body(body);

        assertThat(examine(request).violations())
                .hasSizeGreaterThan(5)
                .noneSatisfy(violation ->
                        assertThat(violation + violation.expected()).contains(SECRET));
    }

    private Examination examine(SampleRequest request) {
        return rules.examine(request, new OneClient());
    }

    private static String lineAt(Place place) throws IOException {
        return Samples.FILES.text(place.file()).lines().toList().get(place.line() - 1);
    }

    private static final class OneClient implements ClientGate {
        @Override
        public boolean authenticates(String clientId, String key) {
            return clientId.equals("A_CLIENT") && key.equals("right-key");
        }

        @Override
        public Optional<Duration> waitBeforeNext(String clientId) {
            return Optional.of(Duration.ofMinutes(1));
        }
    }
}
