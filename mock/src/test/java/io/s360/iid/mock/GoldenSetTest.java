package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.source.Place;
import io.s360.iid.mock.journal.Entry;
import io.s360.iid.mock.refusal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a person who sends something wrong is told: all of it, where it stands in the contract, and none of their secrets. */
class GoldenSetTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final String SECRET = "canary";
    private static final List<String> LOG = new CopyOnWriteArrayList<>();
    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(MockOptions.of(CONTRACT).withLog(LOG::add));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> tellsAllThatIsWrongAndWhereTheRuleStands() {
        return requests().stream().map(bad -> DynamicTest.dynamicTest(bad.name(), () -> judge(bad)));
    }

    private static void judge(BadRequest bad) {
        String answer = sent(bad);
        Entry entry = entryOf(bad);

        assertThat(entry.status() + " " + entry.account().answer()).isEqualTo(bad.answer());
        assertThat(answer).startsWith("HTTP/1.1 " + entry.status() + " ").endsWith(envelopeOf(bad));
        assertThat(entry.account().reasons()).hasSameSizeAs(bad.reasons());
        for (Map<String, String> told : bad.reasons()) {
            assertThat(entry.account().reasons()).anySatisfy(reason -> assertSame(told, reason));
        }
    }

    private static String envelopeOf(BadRequest bad) {
        String name = Objects.requireNonNull(bad.answer().split(" ")[1]);
        return bad.operation().answer(name).body().toString();
    }

    private static void assertSame(Map<String, String> told, Reason reason) {
        assertThat(reason.where()).isEqualTo(told.get("where"));
        assertThat(reason.rule()).isEqualTo(told.get("rule"));
        assertThat(lineAt(Objects.requireNonNull(reason.place()))).contains(told.get("line"));
        assertThat(String.valueOf(reason.got())).startsWith(told.getOrDefault("got", ""));
        assertThat(reason.message()).startsWith(told.getOrDefault("says", ""));
        assertThat(String.valueOf(reason.expected())).startsWith(told.getOrDefault("expected", ""));
    }

    private static String lineAt(Place place) {
        try {
            return Contracts.text(place.file()).lines().toList().get(place.line() - 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @TestFactory
    Stream<DynamicTest> tellsNobodyASecret() {
        return requests().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> {
                    String answer = sent(bad);
                    String link = answer.replaceFirst("(?s).*Link: <(/__mock/[^>]*)>.*", "$1");
                    String told = RawSocket.exchange(
                            mock.port(), "GET " + link + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

                    assertThat(new String(bad.bytes("t", false), StandardCharsets.UTF_8))
                            .contains(SECRET);
                    assertThat(link).startsWith("/__mock/tenants/").hasSizeLessThan(80);
                    assertThat(answer).doesNotContain(SECRET);
                    assertThat(told).doesNotContain(SECRET);
                    assertThat(entryOf(bad).toString()).doesNotContain(SECRET);
                }));
    }

    @Test
    void writesNoSecretToTheConsoleAndKeepsNoneForWireMock() {
        requests().forEach(GoldenSetTest::sent);

        String journal = RawSocket.exchange(
                mock.port(), "GET /__admin/requests HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(journal).contains("/middleware/api").doesNotContain(SECRET);
        assertThat(String.join("\n", LOG))
                .contains("fields.required at /sessionToken")
                .doesNotContain(SECRET);
    }

    @Test
    void offersCallsThatAreGrantedAgainAndAgain() throws IOException {
        List<String> calls = new ArrayList<>();
        for (BadRequest bad : requests()) {
            sent(bad);
            String call = entryOf(bad).account().curl();
            if (call == null) {
                assertThat(bad.name()).isEqualTo("a path of nothing");
            } else {
                calls.add(call + " | head -n 1");
                calls.add(call + " | head -n 1");
            }
        }

        List<String> statuses = printedBy(String.join("\n", calls));

        assertThat(calls).hasSizeGreaterThan(120);
        assertThat(statuses).isEqualTo(Collections.nCopies(calls.size(), "HTTP/1.1 200 OK"));
    }

    private static List<String> printedBy(String script) throws IOException {
        Path file = Files.createTempFile("calls", ".sh");
        Files.writeString(file, script + "\n");
        Process shell = new ProcessBuilder("sh", file.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(file);
        return printed.lines().toList();
    }

    @Test
    void hasAtLeastSixtyOfThem() {
        assertThat(requests()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(requests().stream().map(BadRequest::name).distinct()).hasSameSizeAs(requests());
    }

    /** What comes back, after what has to come before it, for a tenant of its own. */
    private static String sent(BadRequest bad) {
        String tenant = tenantOf(bad);
        mock.forget(tenant);
        for (int i = 0; bad.before() && i < bad.times(); i++) {
            RawSocket.exchange(mock.port(), bad.bytes(tenant, true));
        }
        return RawSocket.exchange(mock.port(), bad.bytes(tenant, false));
    }

    private static Entry entryOf(BadRequest bad) {
        return mock.requests(tenantOf(bad)).get(0);
    }

    private static String tenantOf(BadRequest bad) {
        return bad.name().replaceAll("[^A-Za-z0-9]", "-");
    }

    private static List<BadRequest> requests() {
        try (var file = GoldenSetTest.class.getResourceAsStream("/golden/bad-requests.yaml")) {
            List<BadRequest> requests = new ArrayList<>();
            Object entries = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            ((List<?>) entries).forEach(entry -> requests.add(BadRequest.of((Map<?, ?>) entry, CONTRACT)));
            return requests;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
