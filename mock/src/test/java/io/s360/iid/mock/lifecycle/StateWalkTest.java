package io.s360.iid.mock.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox that is exported and imported again and again, beside one that is left alone: nobody can tell one from the other. */
class StateWalkTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int STEPS = 1_000;
    private static final int WALKS = 5;

    static Stream<Walk> walks() {
        Contract renamed = ContractReader.read(
                name -> Contracts.text(name).replace("childSession", "visit").replace("sessionId", "visitId"),
                ContractReader.ROOT);
        Contract forgetful = Contracts.edited(
                ContractReader.ROOT,
                yaml -> yaml.replace("PT36H", "PT20M")
                        .replace("P30D", "PT1H")
                        .replace(
                                "/data/clientId: childSession.owner\n            /data/createdAt",
                                "/data/clientId: childSession.sequence\n            /data/createdAt"));
        return Stream.of(Contracts.sample(), renamed, forgetful)
                .flatMap(contract -> IntStream.range(0, WALKS).mapToObj(seed -> new Walk(contract, seed)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void cannotBeToldFromOneThatWasLeftAlone(Walk walk) {
        for (int step = 0; step < STEPS; step++) {
            walk.goOn(step);
        }

        assertThat(walk.travelled.exportState()).isEqualTo(walk.settled.exportState());
        assertThat(walk.travelled.resources()).isEqualTo(walk.settled.resources());
    }

    /** One sequence of calls to both. */
    static final class Walk {

        private final Contract contract;
        private final int seed;
        private final Random random;
        private final MovableClock clock = new MovableClock();
        private final Sandbox settled;
        private final Sandbox travelled;
        private final List<String> keys = new ArrayList<>();

        Walk(Contract contract, int seed) {
            this.contract = contract;
            this.seed = seed;
            this.random = new Random(seed);
            this.settled = new Sandbox(contract, clock, ids());
            this.travelled = new Sandbox(contract, clock, ids());
            contract.demo().seeds().values().stream()
                    .flatMap(List::stream)
                    .map(Demo.Seed::key)
                    .forEach(keys::add);
        }

        void goOn(int step) {
            if (random.nextInt(20) == 0) {
                travelled.importState(JSON.readTree(travelled.exportState().toString()));
            }
            clock.advance(someTime());
            Operation operation = contract.operations()
                    .get(random.nextInt(contract.operations().size()));
            String client = any(contract.demo().clients()).id();
            JsonNode body = someBody(operation);

            Outcome alone = settled.decide(operation, client, body);
            Outcome moved = travelled.decide(operation, client, body);

            assertThat(moved.decision()).as("step " + step).isSameAs(alone.decision());
            assertThat(moved.body()).as("step " + step).isEqualTo(alone.body());
            remember(alone.body());
        }

        private JsonNode someBody(Operation operation) {
            ObjectNode body =
                    any(List.copyOf(operation.requests().values())).deepCopy().asObject();
            for (Resource kind : operation.subjects()) {
                if (kind.within() != null || random.nextInt(4) == 0) {
                    body.put(kind.key(), any(keys));
                }
            }
            return body;
        }

        private Duration someTime() {
            return switch (random.nextInt(60)) {
                case 0 -> Duration.ofHours(random.nextInt(40));
                case 1 -> Duration.ofHours(-random.nextInt(40));
                case 2 -> Duration.ofMinutes(16);
                default -> Duration.ofMillis(random.nextInt(30_000));
            };
        }

        private void remember(JsonNode body) {
            body.findValues("sessionId").forEach(id -> keys.add(id.asString()));
            body.findValues("visitId").forEach(id -> keys.add(id.asString()));
            if (keys.size() > 40) {
                keys.remove(15);
            }
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private Supplier<UUID> ids() {
            Random own = new Random(seed);
            return () -> new UUID(own.nextLong(), own.nextLong());
        }

        @Override
        public String toString() {
            return contract.lifecycle().resources().keySet() + " from seed " + seed;
        }
    }
}
