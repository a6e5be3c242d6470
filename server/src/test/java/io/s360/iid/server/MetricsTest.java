package io.s360.iid.server;

import static io.s360.iid.server.WireCaller.CONTRACT;
import static io.s360.iid.server.WireCaller.DEMO_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.WireCaller.Answer;
import io.s360.iid.server.session.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted, for whom, and that the dashboard asks for nothing else. */
class MetricsTest {

    private static final String CREDENTIAL = "open-sesame";
    private static final String METRICS_KEY = "look-only";
    private static final Path MONITORING = Path.of("..", "docs", "monitoring");
    private static final Pattern METRIC = Pattern.compile("\\b(?:s360|hikaricp|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern GROUPED = Pattern.compile("by \\(([a-z, ]+)\\)");
    private static final Pattern SELECTED = Pattern.compile("([a-z_]+)(?:=~|!=|=)\"");
    private static final Pattern OUTCOME = Pattern.compile("outcome=\"([a-z-]+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)\"?expr\"?: (.+?),?$");

    private static final Faults FAULTS = new Faults();

    private static S360Server server;
    private static WireCaller tibco;
    private static WireCaller scraper;

    @BeforeAll
    static void start() {
        server = S360Server.start(S360Server.Options.defaults()
                .withDemo()
                .withPort(0)
                .withManagement(0, CREDENTIAL)
                .withStore(FAULTS::before)
                .with("s360.management.metrics-key=" + METRICS_KEY));
        tibco = WireCaller.tibco(server);
        scraper = WireCaller.operator(server, METRICS_KEY);
        tibco.open(DEMO_TOKEN);
        tibco.call("GetContext", Map.of("sessionToken", "nobody's"));
        String child = tibco.open(DEMO_TOKEN);
        WireCaller.of(server, "ENTITY_PORTAL").call("GetChildSession", DEMO_TOKEN, child);
        System.gc();
        Awaitility.await().until(() -> metrics().contains("s360_trespasses_total"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void countsEachRequestByOperationAndAnswer() {
        String counted =
                "s360_requests_seconds_count{operation=\"RefreshChildSession\",outcome=\"session-invalid\",status=\"401\"}";

        tibco.call("RefreshChildSession", "nobody's", "00000000-0000-4000-8000-000000000001");
        tibco.call("RefreshChildSession", "nobody's", "00000000-0000-4000-8000-000000000001");

        Awaitility.await().untilAsserted(() -> assertThat(metrics()).contains(counted + " 2\n"));
    }

    @Test
    void countsWhatTheStoreIsAskedAndWhetherItAnswers() {
        FAULTS.fail(new StoreUnavailable("gone", null));
        tibco.call("GetContext", Map.of("sessionToken", DEMO_TOKEN));
        FAULTS.mend();

        Awaitility.await()
                .untilAsserted(() -> assertThat(metrics())
                        .contains("call=\"openChild\",outcome=\"done\"")
                        .contains("outcome=\"service-unavailable\",status=\"503\""));
    }

    @Test
    void labelsNothingByWhatACallerHasWritten() {
        tibco.with("X-IID-CLIENT-ID", "chosen").post("/chosen?chosen", "{\"chosen\":1}");
        tibco.send("CHOSEN", CONTRACT.operation("GetContext").path());

        Awaitility.await()
                .untilAsserted(() -> assertThat(metrics())
                        .contains("operation=\"none\",outcome=\"resource-not-found\"")
                        .contains("client=\"none\"")
                        .doesNotContainIgnoringCase("chosen"));
    }

    @Test
    void showsThemToWhoMayLookAndToWhoMayChange() {
        WireCaller operator = WireCaller.operator(server, CREDENTIAL);
        Answer shown = scraper.send("GET", "/metrics");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.headers().get("content-type")).startsWith("text/plain").contains("version=0.0.4");
        assertThat(operator.send("GET", "/metrics").status()).isEqualTo(200);
        assertThat(scraper.without("Authorization").send("GET", "/metrics").status())
                .isEqualTo(401);
    }

    @Test
    void letsNobodyChangeAnythingWhoMayOnlyLook() {
        assertThat(scraper.post("/clients/disable", "{\"clientId\":\"ENTITY_PORTAL\"}")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard.json", "alerts.yaml"})
    void hasAllThatIsAskedFor(String file) throws IOException {
        List<String> questions = questionsOf(file);
        String answered = metrics();

        assertThat(questions).isNotEmpty().allSatisfy(question -> {
            for (String metric : allOf(METRIC, question)) {
                assertThat(answered).containsPattern("(?m)^" + metric + "[ {]");
                assertThat(labelsOf(metric, answered)).containsAll(labelsIn(question));
            }
            assertThat(namesOfAnswers())
                    .containsAll(question.contains("store_calls") ? Set.of() : groups(OUTCOME, question));
        });
    }

    private static List<String> questionsOf(String file) throws IOException {
        return EXPRESSION
                .matcher(Files.readString(MONITORING.resolve(file)))
                .results()
                .map(found -> found.group(1).replace("\\\"", "\""))
                .toList();
    }

    /** The address of an instance is known to Prometheus alone. */
    private static Set<String> labelsIn(String question) {
        Set<String> labels = new TreeSet<>(groups(SELECTED, question));
        groups(GROUPED, question).forEach(group -> labels.addAll(List.of(group.split(", "))));
        labels.removeAll(Set.of("instance", "job"));
        return labels;
    }

    private static Set<String> labelsOf(String metric, String answered) {
        return Pattern.compile("(?m)^" + metric + "\\{([^}]*)}")
                .matcher(answered)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",")))
                .map(label -> label.substring(0, Math.max(0, label.indexOf('='))))
                .collect(Collectors.toSet());
    }

    private static Set<String> namesOfAnswers() {
        Set<String> names = CONTRACT.operations().stream()
                .flatMap(operation -> operation.answers().keySet().stream())
                .collect(Collectors.toSet());
        names.add("done");
        return names;
    }

    private static Set<String> allOf(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String metrics() {
        return scraper.send("GET", "/metrics").text();
    }
}
