package io.s360.iid.mock.stub;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.catalogue.Catalogue;
import io.s360.iid.mock.catalogue.Entry;
import io.s360.iid.mock.catalogue.Way;
import io.s360.iid.mock.refusal.Curl;
import io.s360.iid.mock.refusal.DemoCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a WireMock without the contract answers, given nothing but the exported files. */
class MappingExportTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private static Path folder;

    private static WireMockServer plain;

    @BeforeAll
    static void start() {
        new MappingExport(CONTRACT).writeTo(folder);
        plain = new WireMockServer(options().dynamicPort().usingFilesUnderDirectory(folder.toString()));
        plain.start();
    }

    @AfterAll
    static void stop() {
        plain.stop();
    }

    @TestFactory
    Stream<DynamicTest> answersEveryPreferenceAndEveryTriggerValue() {
        return Catalogue.of(CONTRACT).entries().stream()
                .flatMap(entry -> Stream.of(Way.By.PREFER, Way.By.TRIGGER)
                        .map(by -> test(entry, "by " + by, entry.way(by).steps().get(0))));
    }

    /** A plain WireMock counts nothing, and knows no faults. */
    @TestFactory
    Stream<DynamicTest> refusesWhatFailsAnyCheckButThatOfTheRate() {
        Set<String> checked = CONTRACT.checks().stream()
                .filter(check -> check.kind() != Check.Kind.RATE)
                .map(check -> check.answer().name())
                .collect(Collectors.toSet());
        return Catalogue.of(CONTRACT).entries().stream()
                .filter(entry -> checked.contains(entry.answer().name()))
                .map(entry ->
                        test(entry, "by state", entry.way(Way.By.STATE).steps().get(0)));
    }

    private static DynamicTest test(Entry entry, String how, Curl step) {
        return DynamicTest.dynamicTest(entry.operation().id() + " · " + entry.answer() + " · " + how, () -> {
            HttpResponse<String> answer = send(step);

            assertThat(answer.statusCode()).isEqualTo(entry.answer().status());
            assertThat(JSON.readTree(answer.body())).isEqualTo(entry.answer().body());
            assertThat(entry.answer().headers().keySet())
                    .allSatisfy(name ->
                            assertThat(answer.headers().firstValue(name)).isPresent());
        });
    }

    @TestFactory
    Stream<DynamicTest> grantsAGoodRequestOfEachOperation() {
        return CONTRACT.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    HttpResponse<String> answer = send(good(operation));

                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(JSON.readTree(answer.body()))
                            .isEqualTo(operation.success().body());
                }));
    }

    @Test
    void answersARequestExampleAsTheContractShowsIt() throws Exception {
        Operation operation = CONTRACT.operation("GetChildSession");
        Curl good = good(operation);

        String unknown = operation.requests().get("child-session-not-found").toString();

        assertThat(code(send(new Curl(good.method(), good.path(), good.headers(), unknown))))
                .isEqualTo("CHILD_SESSION_NOT_FOUND");
    }

    @Test
    void refusesWhomTheContractRefuses() throws Exception {
        Operation operation = CONTRACT.operation("GetContext");

        assertThat(code(send(as("RESTRICTED_PORTAL", "demo-restricted-key", operation))))
                .isEqualTo("OPERATION_NOT_ALLOWED");
        assertThat(code(send(as("DISABLED_PORTAL", "demo-disabled-key", operation))))
                .isEqualTo("CLIENT_AUTH_FAILED");
        assertThat(code(send(as("TIBCO_CONSUMER", "demo-portal-key", operation))))
                .isEqualTo("CLIENT_AUTH_FAILED");
        assertThat(code(send(as("NOBODY", "demo-portal-key", operation)))).isEqualTo("CLIENT_AUTH_FAILED");
        assertThat(send(as("ENTITY_PORTAL", "demo-portal-key", operation)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsWhatIsNoJsonFromWhatIsNoGoodJson() throws Exception {
        Operation operation = CONTRACT.operation("GetContext");

        for (String body : List.of("", "{", "sessionToken=x", "{'a':1}")) {
            assertThat(code(send(withBody(operation, body)))).as(body).isEqualTo("MALFORMED_JSON");
        }
        for (String body :
                List.of("{}", "[]", "null", "5", "\"x\"", "{\"sessionToken\":null}", "{\"sessionToken\":5}")) {
            assertThat(code(send(withBody(operation, body)))).as(body).isEqualTo("VALIDATION_FAILED");
        }
    }

    private static Curl withBody(Operation operation, String body) {
        Curl good = good(operation);
        return new Curl(good.method(), good.path(), good.headers(), body);
    }

    @Test
    void readsHeadersAsHttpWritesThem() throws Exception {
        Operation operation = CONTRACT.operation("GetContext");

        assertThat(send(with(operation, "Content-Type", "Application/JSON; charset=UTF-8"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(code(send(with(operation, "Content-Type", "application/json; charset=utf-16"))))
                .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(code(send(with(operation, "Content-Encoding", "br")))).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(send(with(operation, "Accept", "text/html, */*;q=0.1")).statusCode())
                .isEqualTo(200);
        assertThat(code(send(with(operation, "Accept", "application/json;q=0"))))
                .isEqualTo("NOT_ACCEPTABLE");
        assertThat(send(with(operation, "X-IID-TraceId", "0c1d3b1e-2f7a-4c58-9a60-5f0f8d7f1c11"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsPreferencesAsTheMockDoes() throws Exception {
        Operation operation = CONTRACT.operation("LogoutChildSession");

        assertThat(code(prefer(operation, "code=401;example=\"session-ended\"")))
                .isEqualTo("SESSION_ENDED");
        assertThat(code(prefer(operation, "wait=5, Example = session-ended"))).isEqualTo("SESSION_ENDED");
        assertThat(code(prefer(operation, "code=404"))).isEqualTo("CHILD_SESSION_NOT_FOUND");
        assertThat(code(prefer(operation, "code=200, example=session-ended"))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(prefer(operation, "example=session"))).isEqualTo("VALIDATION_FAILED");
        assertThat(code(prefer(operation, "code=418"))).isEqualTo("VALIDATION_FAILED");
        assertThat(prefer(operation, "respond-async").statusCode()).isEqualTo(415);
    }

    @Test
    void replacesAnEarlierExportAndNothingElse(@TempDir Path another) throws IOException {
        MappingExport export = new MappingExport(CONTRACT);
        int number = export.writeTo(another);
        String before = filesIn(another);

        assertThat(export.writeTo(another)).isEqualTo(number);

        assertThat(filesIn(another)).isEqualTo(before);
        Path own = Files.writeString(another.resolve("mappings/own.json"), "{}");
        assertThatThrownBy(() -> export.writeTo(another))
                .isInstanceOf(UnusableFolder.class)
                .hasMessageContaining("own.json");
        Files.delete(own);
        Files.writeString(another.resolve("mappings/other-paths.json"), "{}");
        assertThatThrownBy(() -> export.writeTo(another)).hasMessageContaining("other-paths.json");
    }

    @Test
    void takesNoFileForAFolder(@TempDir Path another) throws IOException {
        Path file = Files.writeString(another.resolve("file"), "mine");

        assertThatThrownBy(() -> new MappingExport(CONTRACT).writeTo(file)).hasMessageContaining("is no folder");
        assertThat(file).hasContent("mine");
    }

    @Test
    void saysInEachMappingWhatIsNotExported() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("mappings"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file)
                            .content()
                            .contains("\"state\" : \"not exported")
                            .doesNotContain("transformers"));
        }
    }

    private static String filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(file).append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static Curl good(Operation operation) {
        DemoCalls calls = new DemoCalls(CONTRACT);
        DemoCalls.Call call = calls.of(operation).findFirst().orElseThrow();
        return new Curl(
                operation.method(),
                operation.path(),
                calls.headersOf(call.client()),
                call.body().toString());
    }

    private static Curl with(Operation operation, String header, String value) {
        Curl good = good(operation);
        Map<String, String> headers = new HashMap<>(good.headers());
        headers.put(header, value);
        return new Curl(good.method(), good.path(), headers, good.body());
    }

    private static Curl as(String client, String key, Operation operation) {
        Curl good = good(operation);
        Map<String, String> headers = new HashMap<>(good.headers());
        headers.put(CONTRACT.headers().clientId(), client);
        headers.put(CONTRACT.headers().clientKey(), key);
        return new Curl(good.method(), good.path(), headers, good.body());
    }

    private static HttpResponse<String> prefer(Operation operation, String preference) throws Exception {
        return send(new Curl(operation.method(), operation.path(), Map.of("Prefer", preference), null));
    }

    private static String code(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).at("/desc/code").asString("");
    }

    private static HttpResponse<String> send(Curl step) throws Exception {
        HttpRequest.BodyPublisher body = step.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(step.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(plain.baseUrl() + step.path()))
                .method(step.method(), body);
        step.headers().forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
