package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.mock.answer.ContractServed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Something else is served while callers call. */
class ServedElseTest {

    private static final String ROOT = "s360-iid.yaml";
    private static final Contract BEFORE = Contracts.edited(
            ROOT, yaml -> yaml.replace("perOwner: 5, perParent: 32", "perOwner: 5000, perParent: 32000"));
    private static final Contract AFTER = Contracts.edited(
            ROOT,
            yaml -> yaml.replace("perOwner: 5, perParent: 32", "perOwner: 5000, perParent: 32000")
                    .replace("expires: {idle: PT15M, atMost: PT8H}", "expires: {idle: PT5M, atMost: PT1H}"));
    private static final int CALLERS = 4;
    private static final int CALLS = 100;

    /** None is lost or made twice, and each has both its times from the one contract or from the other. */
    @Test
    void decidesEachRequestWhollyBeforeOrWhollyAfter() throws Exception {
        MovableClock clock = new MovableClock();
        ConcurrentLinkedQueue<JsonNode> created = new ConcurrentLinkedQueue<>();
        ExecutorService crowd = Executors.newFixedThreadPool(CALLERS);
        try (MockServer mock = MockServer.start(MockOptions.of(BEFORE).withClock(clock))) {
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(crowd.submit(() -> createMany(mock, created)));
            }
            for (int i = 1; callers.stream().anyMatch(caller -> !caller.isDone()); i++) {
                Contract next = i % 2 == 0 ? BEFORE : AFTER;
                mock.serve(base -> new ContractServed(next, base));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }

            List<String> ids = created.stream()
                    .map(data -> data.get("sessionId").asString())
                    .toList();
            JsonNode state = mock.tenant("default").exportState();
            assertThat(ids).hasSize(CALLERS * CALLS).doesNotHaveDuplicates();
            assertThat(state.get("childSession").findValuesAsString("sessionId"))
                    .containsAll(ids);
            assertThat(created.stream()
                            .map(data -> data.get("expiresAt").asString() + " "
                                    + data.get("maxExpiresAt").asString())
                            .distinct())
                    .containsExactlyInAnyOrder(
                            "2026-01-15T08:15:00.000Z 2026-01-15T16:00:00.000Z",
                            "2026-01-15T08:05:00.000Z 2026-01-15T09:00:00.000Z");
        } finally {
            crowd.shutdown();
        }
    }

    @Test
    void tellsWhatCouldNotComeAlong() {
        List<String> log = new CopyOnWriteArrayList<>();
        Contract without = Contracts.edited(ROOT, yaml -> yaml.replace("ENTITY_PORTAL", "OTHER_PORTAL"));
        try (MockServer mock =
                MockServer.start(MockOptions.of(Contracts.sample()).withLog(log::add))) {
            new Caller(mock, Contracts.sample(), "ENTITY_PORTAL")
                    .call("CreateChildSession", "{\"sessionToken\":\"demo-session-token\"}");

            mock.serve(base -> new ContractServed(without, base));

            assertThat(log).contains("~default loses /childSession/7/ownedBy names no client of the contract");
        }
    }

    private static void createMany(MockServer mock, ConcurrentLinkedQueue<JsonNode> created) {
        Caller caller = new Caller(mock, BEFORE, "TIBCO_CONSUMER");
        for (int i = 0; i < CALLS; i++) {
            created.add(caller.call("CreateChildSession", "{\"sessionToken\":\"demo-session-token\"}")
                    .data());
        }
    }
}
