package io.s360.iid.verify.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import io.s360.iid.verify.drift.passage.Passage;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canaries stand wherever a secret can stand; none may be found in anything that a watch says or writes. */
class MaskingTest {

    private static final String BIRD = "canary";

    /** In all forms in which secrets come: of letters, of digits, with both. */
    private static final List<String> CANARIES = List.of(
            BIRD + "-key-4711-0815",
            BIRD + "Client42",
            BIRD + " token with blanks",
            BIRD + "id",
            "0501234567",
            BIRD + "-member");

    @TempDir
    private Path folder;

    @Test
    void noSecretIsToldOrWritten() throws Exception {
        String canaryId = "cafecafe-cafe-4afe-8afe-cafecafecafe";
        UnaryOperator<Doctored.Said> repeating = said -> said.with(200)
                .with("X-Account", "0501234567")
                .with("X-" + BIRD + "4711081599", "x")
                .with(
                        ("{'code':0,'desc':{'en':'Welcome canaryClient42','ar':'canary token with blanks','code':'CANARY-KEY-4711-0815'},"
                                        + "'data':{'" + canaryId + "':1,'owner':'canary@example.com','phone':501234567,"
                                        + "'sessionId':'" + canaryId + "','again':'" + canaryId
                                        + "','valid':'canary-key-4711-0815'}}")
                                .replace('\'', '"'));

        List<String> told = new ArrayList<>();
        try (MockServer mock = MockServer.start(MockOptions.of(Caller.CONTRACT));
                Doctored upstream = new Doctored(mock.baseUri(), repeating);
                Watch watch = Watch.begin(
                        ContractFiles.bundled(),
                        Passage.Setting.of(upstream.uri()),
                        news -> told.add(WatchReport.headline(news)),
                        () -> {})) {
            Caller caller = new Caller(watch.baseUri());
            for (var operation : Caller.CONTRACT.operations()) {
                caller.send(with(watch, operation.path() + "?key=canary-key-4711-0815&canary=1"));
                caller.send(with(watch, operation.path()));
            }
            caller.send(with(watch, "/canary/0501234567/" + canaryId));
            WatchReport report = watch.end();
            report.writeTo(folder);
            told.addAll(report.lines());

            assertThat(report.causes()).hasSizeGreaterThan(10);
        }

        told.add(Files.readString(folder.resolve("drift.json")));
        told.add(Files.readString(folder.resolve("drift.diff")));
        assertThat(String.join("\n", told))
                .contains("$S360_CLIENT_KEY", "$S360_CLIENT_ID", "$S360_SESSION_TOKEN")
                .doesNotContainIgnoringCase(BIRD)
                .doesNotContain("501234567", "cafecafe")
                .doesNotContain(CANARIES);
    }

    private static HttpRequest.Builder with(Watch watch, String target) {
        return HttpRequest.newBuilder(java.net.URI.create(watch.baseUri() + target))
                .header(Caller.CONTRACT.headers().clientKey(), "canary-key-4711-0815")
                .header(Caller.CONTRACT.headers().clientId(), "canaryClient42")
                .header("Authorization", "Bearer canary-key-4711-0815")
                .header("Cookie", "canary=0501234567")
                .header("Content-Type", "application/json")
                .header("Accept", "canary/0501234567, */*")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"sessionToken\":\"canary token with blanks\",\"sessionId\":\"canaryid\",\"phone\":\"0501234567\","
                                + "\"canary 0501234567\":true,\"nested\":{\"list\":[\"canary-member\",501234567]}}"));
    }
}
