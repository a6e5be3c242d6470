package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Situation;
import io.s360.iid.contract.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every row of every table, reached with the demo data alone. Names no operation, no resource and no answer. */
class DecisionRowsTest {

    private static final int MANY = 1_000;

    private static final Contract CONTRACT = Contracts.sample();
    private static MockServer mock;

    /**
     * Who calls, naming what.
     *
     * @param seeds by resource; without those that are unknown
     */
    private record Scene(Demo.Client client, Map<String, Demo.Seed> seeds) {

        Situation situation(Operation operation) {
            Map<String, Standing> standings = new HashMap<>();
            seeds.forEach((resource, seed) -> standings.put(resource, seed.standing()));
            return new Situation(client.isGranted(operation.id()), standings, Set.of());
        }
    }

    @BeforeAll
    static void start() {
        mock = MockServer.start(MockOptions.of(CONTRACT));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> givesTheAnswerOfEachRow() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> operation.decisions().stream()
                        .map(row -> DynamicTest.dynamicTest(
                                operation.method() + " " + operation.path() + " · " + row.answer() + " · " + row,
                                () -> reach(operation, row))));
    }

    private static void reach(Operation operation, Decision row) {
        mock.reset();

        Caller.Answered answered = row.given() instanceof Given.AtLimit
                ? callUntilRefused(operation)
                : call(operation, sceneFor(operation, row));

        assertThat(answered.status()).isEqualTo(row.answer().status());
        assertThat(answered.json().get("code")).isEqualTo(row.answer().body().get("code"));
        assertThat(answered.json().get("desc")).isEqualTo(row.answer().body().get("desc"));
    }

    private static Caller.Answered callUntilRefused(Operation operation) {
        Decision success = operation.decisions().get(operation.decisions().size() - 1);
        Scene scene = sceneFor(operation, success);
        return Stream.generate(() -> call(operation, scene))
                .limit(MANY)
                .filter(answered -> answered.status() != success.answer().status())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no limit after " + MANY + " calls"));
    }

    private static Scene sceneFor(Operation operation, Decision row) {
        return scenes(operation.subjects())
                .filter(scene -> operation.find(scene.situation(operation)).equals(Optional.of(row)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the demo data does not reach " + row));
    }

    private static Caller.Answered call(Operation operation, Scene scene) {
        ObjectNode body =
                (ObjectNode) operation.requests().values().iterator().next().deepCopy();
        for (Resource kind : operation.subjects()) {
            Demo.Seed seed = scene.seeds().get(kind.name());
            body.put(kind.key(), seed == null ? "ffffffff-ffff-4fff-8fff-ffffffffffff" : seed.key());
        }
        return new Caller(mock, CONTRACT, scene.client().id()).call(operation.id(), body.toString());
    }

    private static Stream<Scene> scenes(List<Resource> kinds) {
        return CONTRACT.demo().clients().stream()
                .filter(client -> client.enabled() && client.requestsPerMinute() == null)
                .flatMap(
                        client -> seedings(kinds, 0, client, Map.of()).stream().map(seeds -> new Scene(client, seeds)));
    }

    private static List<Map<String, Demo.Seed>> seedings(
            List<Resource> kinds, int from, Demo.Client client, Map<String, Demo.Seed> outer) {
        if (from == kinds.size()) {
            return List.of(outer);
        }
        Resource kind = kinds.get(from);
        List<Map<String, Demo.Seed>> all = new ArrayList<>(seedings(kinds, from + 1, client, outer));
        for (Demo.Seed seed : CONTRACT.demo().seedsOf(kind.name())) {
            if (isVisible(kind, seed, client, kind.within() == null ? null : outer.get(kind.within()))) {
                Map<String, Demo.Seed> extended = new HashMap<>(outer);
                extended.put(kind.name(), seed);
                all.addAll(seedings(kinds, from + 1, client, extended));
            }
        }
        return all;
    }

    private static boolean isVisible(Resource kind, Demo.Seed seed, Demo.Client client, Demo.@Nullable Seed parent) {
        boolean isBelow =
                kind.within() == null || (parent != null && parent.key().equals(seed.parentKey()));
        boolean isOwn = !kind.ownedByClient() || client.id().equals(seed.owner());
        return isBelow && isOwn;
    }
}
