package io.s360.iid.verify.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import io.s360.iid.verify.drift.passage.Passage;
import io.s360.iid.verify.drift.sight.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Systems that have moved away from their contract, and the change of the contract that follows them. */
class DriftTest {

    private static final String REFRESH_EXPIRED =
            "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"00000000-0000-4000-8000-000000000002\"}";
    private static final String MESSAGE_WITH_TOPIC =
            "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"fa44b0c4-fb2d-43c3-bb65-345ad2a8be11\","
                    + "\"messages\":[{\"level\":\"INFO\",\"en\":\"Hello\",\"ar\":\"مرحبا\",\"topic\":\"billing\"}]}";

    @TempDir
    private Path repository;

    @TempDir
    private Path elsewhere;

    @Test
    void findsFivePlantedDriftsAndItsDiffMakesThemVanish() throws Exception {
        ContractCopy copy = new ContractCopy(repository);
        Consumer<Caller> traffic = caller -> {
            caller.post("AddMessages", MESSAGE_WITH_TOPIC);
            caller.post("RefreshChildSession", REFRESH_EXPIRED);
            caller.sendAllExamples();
        };
        UnaryOperator<Doctored.Said> five = said -> {
            if (said.isOf("/session/get", 200)) {
                return said.replacing("\"data\":\\{", "\"data\":{\"device\":{\"name\":\"Pixel 9\",\"trusted\":true},");
            }
            if (said.isOf("/session/refresh", 401) && said.body().contains("SESSION_EXPIRED")) {
                return said.with(410);
            }
            if (said.isOf("/session/create", 200)) {
                return said.with("X-Request-Cost", "3");
            }
            return said.replacing("\"SOP3\"", "\"SOP4\"");
        };

        try (MockServer mock = mockThatKnowsTopics();
                Doctored upstream = new Doctored(mock.baseUri(), five)) {
            WatchReport before = watch(copy.files(), upstream.uri(), traffic);
            copy.apply(before.proposal().diff());
            mock.reset();
            WatchReport after = watch(copy.files(), upstream.uri(), traffic);

            assertThat(before.causes())
                    .extracting(observed ->
                            observed.cause().kind() + " " + observed.first().where())
                    .containsExactlyInAnyOrder(
                            "UNKNOWN_MEMBER /messages/*/topic",
                            "UNDECLARED_STATUS ",
                            "OTHER_VALUE /data/person/userType",
                            "UNDECLARED_HEADER x-request-cost",
                            "UNKNOWN_MEMBER /data/device");
            assertThat(after.causes()).as(String.join("\n", after.lines())).isEmpty();
            assertThat(copy.contract().operation("RefreshChildSession").answers())
                    .containsKey("session-expired-410");
        }
    }

    private MockServer mockThatKnowsTopics() throws IOException {
        ContractCopy other = new ContractCopy(elsewhere)
                .edit(
                        "s360-iid.yaml",
                        text -> text.replace(
                                "        clientMessageId:\n",
                                "        topic: {type: string, minLength: 1, maxLength: 20}\n        clientMessageId:\n"));
        return MockServer.start(MockOptions.of(other.contract()));
    }

    /** A treatment that makes exactly one drift, and what it is. */
    record Planted(Kind kind, String where, UnaryOperator<Doctored.Said> treatment) {

        @Override
        public String toString() {
            return kind + " " + where;
        }
    }

    static Stream<Planted> proposable() {
        return Stream.of(
                new Planted(
                        Kind.UNKNOWN_MEMBER,
                        "/requestId",
                        said -> said.replacing(
                                "\"data\":", "\"requestId\":\"3f0f8d7f-1c11-4c58-9a60-5f0f8d7f1c11\",\"data\":")),
                new Planted(
                        Kind.UNKNOWN_MEMBER,
                        "/data/reasons",
                        said -> said.status() == 409 || said.status() == 404
                                ? said.replacing("\"data\":null", "\"data\":{\"reasons\":[\"a\",\"b\"]}")
                                : said),
                new Planted(
                        Kind.MISSING_MEMBER,
                        "/data/maxExpiresAt",
                        said -> said.isOf("/session/refresh", 200)
                                ? said.replacing(",\"maxExpiresAt\":\"[^\"]*\"", "")
                                : said),
                new Planted(
                        Kind.MISSING_MEMBER,
                        "/desc/code",
                        said -> said.status() == 200 ? said.replacing(",\"code\":null", "") : said),
                new Planted(
                        Kind.OTHER_VALUE,
                        "/data/expiresAt",
                        said -> said.isOf("/session/refresh", 200)
                                ? said.replacing("\"expiresAt\":\"[^\"]*\"", "\"expiresAt\":null")
                                : said),
                new Planted(
                        Kind.OTHER_VALUE,
                        "/data/createdAt",
                        said -> said.replacing("(\"createdAt\":\"[^\"]*)[.][0-9]{3}Z\"", "$1+04:00\"")),
                new Planted(
                        Kind.OTHER_VALUE,
                        "/data/person/mobile",
                        said -> said.replacing("\"mobile\":\"([0-9]*)\"", "\"mobile\":\"+$1 extension 20\"")),
                new Planted(
                        Kind.OTHER_VALUE,
                        "/data/legalEntity/dulNumber",
                        said -> said.replacing("\"DUL0001\"", "\"DUL0001-0001-0001-0001-0001-0001-0001\"")),
                new Planted(
                        Kind.OTHER_VALUE,
                        "/data/messages/*/sequence",
                        said -> said.replacing("\"sequence\":[0-9]+", "\"sequence\":3000000000")),
                new Planted(
                        Kind.OTHER_VALUE,
                        "/data/success",
                        said -> said.replacing("\"success\":true", "\"success\":\"yes\"")),
                new Planted(
                        Kind.MISSING_HEADER,
                        "X-IID-TraceId",
                        said -> said.isOf("/session/refresh", 200) ? said.without("X-IID-TraceId") : said),
                new Planted(Kind.UNDECLARED_HEADER, "x-ratelimit-left", said -> said.with("X-RateLimit-Left", "17")),
                new Planted(Kind.UNDECLARED_STATUS, "", said -> said.isOf("/sso/context", 401) ? said.with(402) : said),
                new Planted(
                        Kind.UNDECLARED_STATUS, "", said -> said.isOf("/session/create", 200) ? said.with(201) : said),
                new Planted(
                        Kind.UNDECLARED_STATUS,
                        "",
                        said -> said.isOf("/session/logout", 404)
                                ? said.with(451).with("{\"blocked\":true,\"by\":[\"somebody\"]}")
                                : said),
                new Planted(
                        Kind.UNKNOWN_ANSWER,
                        "/desc/code",
                        said -> said.isOf("/session/refresh", 404)
                                ? said.replacing("CHILD_SESSION_NOT_FOUND", "SESSION_LOCKED")
                                        .replacing("was not found", "is locked")
                                : said),
                new Planted(
                        Kind.OTHER_TEXT,
                        "/desc/en",
                        said -> said.replacing("The session token is invalid.", "This session token is not known.")));
    }

    @ParameterizedTest
    @MethodSource("proposable")
    void oneDriftIsOneCauseAndItsDiffMakesItVanish(Planted planted) throws Exception {
        ContractCopy copy = new ContractCopy(repository);

        try (MockServer mock = MockServer.start(MockOptions.of(Caller.CONTRACT));
                Doctored upstream = new Doctored(mock.baseUri(), planted.treatment())) {
            WatchReport before = watch(copy.files(), upstream.uri(), Caller::sendAllExamples);
            assertThat(before.causes())
                    .as(String.join("\n", before.lines()))
                    .singleElement()
                    .satisfies(observed -> {
                        assertThat(observed.cause().kind()).isEqualTo(planted.kind());
                        assertThat(observed.first().where()).isEqualTo(planted.where());
                    });
            copy.apply(before.proposal().diff());
            mock.reset();
            WatchReport after = watch(copy.files(), upstream.uri(), Caller::sendAllExamples);

            assertThat(after.causes())
                    .as(before.proposal().diff() + String.join("\n", after.lines()))
                    .isEmpty();
        }
    }

    static Stream<Planted> undecidable() {
        return Stream.of(
                new Planted(
                        Kind.OTHER_MEDIA,
                        "",
                        said -> said.isOf("/session/refresh", 200)
                                ? said.with("Content-Type", "text/html").with("<p>maintenance</p>")
                                : said),
                new Planted(
                        Kind.UNDECLARED_STATUS,
                        "",
                        said -> said.isOf("/session/refresh", 200)
                                ? said.with(502)
                                        .with("Content-Type", "text/html")
                                        .with("<p>bad gateway</p>")
                                : said),
                new Planted(
                        Kind.UNKNOWN_MEMBER,
                        "/data/share",
                        said -> said.isOf("/session/refresh", 200)
                                ? said.replacing("\"data\":\\{", "\"data\":{\"share\":0.5,")
                                : said),
                new Planted(
                        Kind.REFUSED,
                        "",
                        said -> said.isOf("/session/refresh", 200)
                                ? said.with(400)
                                        .with(Caller.CONTRACT
                                                .operation("RefreshChildSession")
                                                .answer("validation-failed")
                                                .body()
                                                .toString())
                                : said),
                new Planted(
                        Kind.NOT_ECHOED,
                        "/data/sessionId",
                        said -> said.isOf("/session/refresh", 200)
                                ? said.replacing("\"sessionId\":\"....", "\"sessionId\":\"ffff")
                                : said),
                new Planted(Kind.SECRET_REPEATED, "", said -> said.with("Link", "<x?key=demo-tibco-key>; rel=next")));
    }

    @ParameterizedTest
    @MethodSource("undecidable")
    void whatCannotBeProposedIsSaidInWords(Planted planted) throws Exception {
        try (MockServer mock = MockServer.start(MockOptions.of(Caller.CONTRACT));
                Doctored upstream = new Doctored(mock.baseUri(), planted.treatment())) {
            WatchReport report = watch(
                    ContractFiles.bundled(),
                    upstream.uri(),
                    caller -> caller.post(
                            "RefreshChildSession",
                            Caller.CONTRACT
                                    .operation("RefreshChildSession")
                                    .requests()
                                    .get("refreshed")
                                    .toString()));

            assertThat(report.causes())
                    .as(String.join("\n", report.lines()))
                    .singleElement()
                    .satisfies(observed -> {
                        assertThat(observed.cause().kind()).isEqualTo(planted.kind());
                        assertThat(observed.first().where()).isEqualTo(planted.where());
                        assertThat(report.proposal().words().get(observed.cause()))
                                .startsWith("nothing proposed: ");
                    });
            assertThat(report.proposal().diff()).isEmpty();
        }
    }

    @Test
    void saysThatARequestWasAcceptedWhichTheContractRefuses() throws Exception {
        UnaryOperator<Doctored.Said> accepting = said -> said.status() >= 400
                ? new Doctored.Said(
                        said.path(),
                        said.request(),
                        200,
                        said.headers(),
                        Caller.CONTRACT
                                .operation("LogoutChildSession")
                                .success()
                                .body()
                                .toString())
                : said;

        try (MockServer mock = MockServer.start(MockOptions.of(Caller.CONTRACT));
                Doctored upstream = new Doctored(mock.baseUri(), accepting)) {
            WatchReport report = watch(ContractFiles.bundled(), upstream.uri(), caller -> {
                String path = Caller.CONTRACT.operation("LogoutChildSession").path();
                caller.post("LogoutChildSession", "{\"sessionToken\":\"t\"");
                caller.send(HttpRequest.newBuilder(caller.to(path).build().uri())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(REFRESH_EXPIRED)));
                caller.send(caller.to(path + "/everything").GET());
            });

            assertThat(report.causes())
                    .extracting(observed ->
                            observed.cause().kind() + " " + observed.first().where())
                    .containsExactlyInAnyOrder(
                            "ACCEPTED ", "ACCEPTED X-IID-CLIENT-ID", "ACCEPTED X-IID-API-KEY", "UNDECLARED_OPERATION ");
        }
    }

    private static WatchReport watch(ContractFiles files, URI upstream, Consumer<Caller> traffic) throws IOException {
        try (Watch watch = Watch.begin(files, Passage.Setting.of(upstream), news -> {}, () -> {})) {
            traffic.accept(new Caller(watch.baseUri()));
            return watch.end();
        }
    }
}
