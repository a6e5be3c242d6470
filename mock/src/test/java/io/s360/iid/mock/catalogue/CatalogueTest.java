package io.s360.iid.mock.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import io.s360.iid.mock.refusal.Curl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {

    private static final URI BASE = URI.create("http://localhost:4010");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What the bundled contract, and edits of another, come to. */
    private static Stream<Contract> contracts() {
        return Stream.of(
                ContractReader.readBundled(),
                edited(yaml -> yaml.replace("X-IID-API-KEY", "X-Key")
                        .replace("sso/session/logout:", "sso/it_s-over:")
                        .replace("childSession", "visit")
                        .replace("sessionToken: 'demo-answer-{answer}'", "sessionToken: '{answer}'")
                        .replace("perOwner: 5, perParent: 32", "perParent: 9")
                        .replace("requestsPerMinute: 1", "requestsPerMinute: 7")
                        .replace("body: {maxBytes: 16384, maxDepth: 8}", "body: {maxBytes: 700, maxDepth: 5}")));
    }

    @TestFactory
    Stream<DynamicContainer> hasNoEmptyCellAndEachLeadsToItsAnswer() {
        return contracts()
                .map(contract -> DynamicContainer.dynamicContainer(
                        contract.root().place() + " "
                                + contract.demo().clients().size(),
                        everyWay(contract)));
    }

    private static Stream<DynamicTest> everyWay(Contract contract) {
        MockServer mock = MockServer.start(MockOptions.of(contract).withFaultMode(true));
        Stream<DynamicTest> ways = Catalogue.of(contract).entries().stream()
                .flatMap(entry -> entry.ways().stream()
                        .map(way -> DynamicTest.dynamicTest(
                                entry.operation().id() + " · " + entry.answer() + " · by " + way.by(),
                                () -> take(mock, entry, way))));
        return ways.onClose(mock::close);
    }

    private static void take(MockServer mock, Entry entry, Way way) throws Exception {
        String tenant = "t-" + Math.abs((entry + "" + way.by()).hashCode());
        HttpResponse<String> last = null;

        for (Curl step : way.steps()) {
            last = send(mock.baseUri(), step, tenant);
        }
        mock.forget(tenant);

        assertThat(way.isOpen()).as(way.says()).isTrue();
        assertThat(last.statusCode()).isEqualTo(entry.answer().status());
        assertThat(withoutLiveValues(JSON.readTree(last.body()), entry))
                .isEqualTo(withoutLiveValues(entry.answer().body(), entry));
        for (String header : entry.answer().headers().keySet()) {
            assertThat(last.headers().firstValue(header)).isPresent();
        }
    }

    private static HttpResponse<String> send(URI base, Curl step, String tenant) throws Exception {
        HttpRequest.BodyPublisher body = step.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(step.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + step.path()))
                .method(step.method(), body)
                .header("X-Mock-Tenant", tenant);
        step.headers().forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A decision may put other values there than the example has. */
    private static JsonNode withoutLiveValues(JsonNode body, Entry entry) {
        JsonNode rest = body.deepCopy();
        Set<String> live = entry.operation().decisions().stream()
                .filter(row -> row.answer().equals(entry.answer()))
                .map(Decision::live)
                .flatMap(values -> values.keySet().stream())
                .map(pointer -> pointer.split("/")[2])
                .collect(Collectors.toSet());
        if (rest.get("data") instanceof tools.jackson.databind.node.ObjectNode data) {
            data.remove(live);
        }
        return rest;
    }

    @Test
    void isWrittenAsTheDocumentOfTheAdminApiSays() {
        io.s360.iid.contract.source.Clause document = io.s360.iid.contract.source.Clause.root(
                name -> new String(
                        MockServer.class
                                .getResourceAsStream("admin/mock-admin.yaml")
                                .readAllBytes(),
                        StandardCharsets.UTF_8),
                "mock-admin.yaml");

        JsonNode json = Catalogue.of(Contracts.sample()).toJson(BASE);

        assertThat(Schemas.ofOpenApi(document)
                        .violations(
                                json, document.get("components").get("schemas").get("Catalogue"), "catalogue"))
                .isEmpty();
        assertThat(json.get("entries").size())
                .isEqualTo(Contracts.sample().operations().stream()
                        .mapToInt(operation -> operation.answers().size())
                        .sum());
    }

    @Test
    void offersCommandsThatWorkAgainAndAgain() throws Exception {
        Contract contract = Contracts.sample();
        List<Entry> entries = Catalogue.of(contract).entries();
        try (MockServer mock = MockServer.start(MockOptions.of(contract).withFaultMode(true))) {
            List<String> script = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (Entry entry : entries) {
                for (Way way : entry.ways()) {
                    String commands = String.join("; ", Script.of(way, mock.baseUri()));
                    script.add("{ " + commands + "; } | head -n 1; { " + commands + "; } | head -n 1");
                    expected.addAll(List.of(statusOf(entry), statusOf(entry)));
                }
            }

            assertThat(run(script)).isEqualTo(expected);
        }
    }

    private static String statusOf(Entry entry) {
        return String.valueOf(entry.answer().status());
    }

    /** The statuses that a shell sees. */
    private static List<String> run(List<String> script) throws IOException {
        Process shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
        Thread writer = new Thread(() -> {
            try (var in = shell.getOutputStream()) {
                in.write(String.join("\n", script).getBytes(StandardCharsets.UTF_8));
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
        writer.start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed.lines()
                .map(line -> line.replaceFirst("HTTP/1.1 (\\d+).*", "$1"))
                .toList();
    }

    @Test
    void saysInWordsWhatCannotBeHad() {
        Contract poor = edited(yaml -> yaml.replace("  triggers:", "  #")
                .replaceAll("\n    sessionToken: 'demo-answer-\\{answer}'[^\n]*", "")
                .replaceAll("\n *- \\{id: THROTTLED_PORTAL[^\n]*", ""));

        Catalogue catalogue = Catalogue.of(poor);

        assertThat(catalogue.entries()).allSatisfy(entry -> {
            assertThat(entry.way(Way.By.TRIGGER).isOpen()).isFalse();
            assertThat(entry.way(Way.By.TRIGGER).says()).startsWith("Not to be had by a trigger value");
        });
        assertThat(catalogue.entries())
                .filteredOn(entry -> !entry.way(Way.By.STATE).isOpen())
                .extracting(entry -> entry.answer().name())
                .containsOnly("too-many-requests");
        assertThat(catalogue.toText(BASE)).contains("Not to be had by state");
    }

    @Test
    void canBeReadInATerminal() {
        String text = Catalogue.of(Contracts.sample()).toText(BASE);

        assertThat(text)
                .contains(
                        "POST /middleware/api/external/sso/session/logout",
                        "401 already-logged-out",
                        "state",
                        "Prefer",
                        "trigger");
        assertThat(text.lines().map(line -> line.replaceAll("'[^']*'", "''")).filter(line -> line.length() > 100))
                .isEmpty();
    }

    @Test
    void isMadeFastEnoughToBeAskedFor() {
        Contract contract = Contracts.sample();
        Catalogue.of(contract);
        long start = System.nanoTime();

        Catalogue.of(contract);

        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }

    private static Contract edited(UnaryOperator<String> edit) {
        return Contracts.edited("s360-iid.yaml", edit);
    }
}
