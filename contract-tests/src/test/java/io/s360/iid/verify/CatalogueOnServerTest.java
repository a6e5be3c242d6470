package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.mock.catalogue.Catalogue;
import io.s360.iid.mock.catalogue.Entry;
import io.s360.iid.mock.catalogue.Way;
import io.s360.iid.mock.refusal.Curl;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.Request;
import io.s360.iid.verify.exchange.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What the mock's catalogue says of states holds for the server, which has the same demo data. */
class CatalogueOnServerTest {

    private static final Contract CONTRACT = ContractReader.readBundled();
    private static HouseTargets house;

    @BeforeAll
    static void start() {
        house = HouseTargets.start(CONTRACT);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    /** What ends something comes last, and what makes something shortly before, for all share one server. */
    @TestFactory
    Stream<DynamicTest> eachAnswerComesAboutByStateOnTheServerToo() {
        return Catalogue.of(CONTRACT).entries().stream()
                .sorted(Comparator.comparing(CatalogueOnServerTest::spends))
                .map(CatalogueOnServerTest::toTest);
    }

    private static int spends(Entry entry) {
        List<Effect> effects = entry.operation().decisions().stream()
                .filter(row -> row.answer().equals(entry.answer()))
                .map(Decision::then)
                .flatMap(List::stream)
                .toList();
        boolean ends = effects.stream().anyMatch(Effect.End.class::isInstance);
        int steps = entry.way(Way.By.STATE).steps().size();
        return ends ? Integer.MAX_VALUE : effects.isEmpty() && steps == 1 ? 0 : steps;
    }

    private static DynamicTest toTest(Entry entry) {
        String name = entry.operation().id() + " · " + entry.answer();
        Way way = entry.way(Way.By.STATE);
        boolean isOfMock = way.steps().stream().anyMatch(step -> step.headers().containsKey("X-Mock-Fault"));
        return isOfMock
                ? DynamicTest.dynamicTest(
                        name + " · left out: only a mock has faults for the asking", () -> assertIsFault(entry))
                : DynamicTest.dynamicTest(name, () -> take(entry, way));
    }

    private static void assertIsFault(Entry entry) {
        assertThat(entry.answer().name())
                .isIn(CONTRACT.unforeseen().name(), CONTRACT.unavailable().name());
    }

    private static void take(Entry entry, Way way) {
        try (Stage stage = new Stage(house.server())) {
            way.steps().forEach(step -> stage.send(toRequest(step)));
            List<Exchange> exchanges = stage.exchanges();

            Exchange last = exchanges.get(exchanges.size() - 1);
            JsonNode body = Objects.requireNonNull(last.response().json());
            assertThat(last.response().status()).isEqualTo(entry.answer().status());
            assertThat(body.get("code")).isEqualTo(entry.answer().body().get("code"));
            assertThat(body.get("desc")).isEqualTo(entry.answer().body().get("desc"));
        }
    }

    private static Request toRequest(Curl step) {
        List<Request.Header> headers = new ArrayList<>();
        step.headers().forEach((header, value) -> headers.add(new Request.Header(header, value)));
        String body = Objects.requireNonNullElse(step.body(), "");
        return new Request(step.method(), step.path(), headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
