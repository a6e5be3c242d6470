package io.s360.iid.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Demo;
import io.s360.iid.contract.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Tenants share nothing, and the same calls from the same seed have the same answers, byte for byte. */
class IsolationTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final int TENANTS = 50;
    private static final int CALLS = 200;

    @Test
    void answersFiftyTenantsAtOnceAsEachOfThemAlone() throws Exception {
        List<List<String>> together = inParallel();
        List<List<String>> again = inParallel();

        assertThat(again).isEqualTo(together);
        for (int tenant = 0; tenant < TENANTS; tenant += 7) {
            try (MockServer own = started()) {
                assertThat(walk(own, tenant)).isEqualTo(together.get(tenant));
            }
        }
        assertThat(together.get(0)).anyMatch(answer -> answer.startsWith("200 "));
        assertThat(together.stream().distinct()).hasSize(TENANTS);
    }

    @Test
    void endsIdleSessionsWhereTimePassesAndNowhereElse() {
        try (MockServer mock = started()) {
            Caller caller = new Caller(mock, CONTRACT, "TIBCO_CONSUMER");
            String here = create(caller, "here");
            String there = create(caller, "there");

            mock.tenant("here").clock().advance(Duration.ofMinutes(16));

            assertThat(find(caller, "here", here).code()).isEqualTo("SESSION_EXPIRED");
            assertThat(find(caller, "there", there).status()).isEqualTo(200);
            assertThat(find(caller, "there", here).status()).isEqualTo(404);
        }
    }

    private static List<List<String>> inParallel() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try (MockServer mock = started()) {
            List<Callable<List<String>>> walks = IntStream.range(0, TENANTS)
                    .<Callable<List<String>>>mapToObj(tenant -> () -> walk(mock, tenant))
                    .toList();
            List<List<String>> answers = new ArrayList<>();
            for (Future<List<String>> walk : crowd.invokeAll(walks)) {
                answers.add(walk.get());
            }
            return answers;
        } finally {
            crowd.shutdown();
        }
    }

    private static MockServer started() {
        return MockServer.start(
                MockOptions.of(CONTRACT).withClock(new MovableClock()).withSeed(7));
    }

    /** All that comes back: status, headers and body of each call. */
    private static List<String> walk(MockServer mock, int tenant) {
        Random random = new Random(tenant);
        String name = "t" + tenant;
        List<String> ids = new ArrayList<>(CONTRACT.demo().seedsOf("childSession").stream()
                .map(Demo.Seed::key)
                .toList());
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            if (random.nextInt(40) == 0) {
                mock.tenant(name).clock().advance(Duration.ofMinutes(random.nextInt(20)));
            }
            Operation operation = any(CONTRACT.operations(), random);
            ObjectNode body = any(List.copyOf(operation.requests().values()), random)
                    .deepCopy()
                    .asObject();
            if (body.has("sessionId")) {
                body.put("sessionId", any(ids, random));
            }
            Caller caller = new Caller(
                    mock, CONTRACT, any(CONTRACT.demo().clients(), random).id());
            Caller.Answered answered = caller.call(operation.id(), body.toString(), "X-Mock-Tenant", name);
            answered.json().findValues("sessionId").forEach(id -> ids.add(id.asString()));
            answers.add(told(answered));
        }
        return answers;
    }

    private static String told(Caller.Answered answered) {
        Map<String, List<String>> headers = new TreeMap<>(answered.headers().map());
        return answered.status() + " " + headers + " " + answered.body();
    }

    private static String create(Caller caller, String tenant) {
        return caller.call("CreateChildSession", "{\"sessionToken\":\"demo-session-token\"}", "X-Mock-Tenant", tenant)
                .data()
                .get("sessionId")
                .asString();
    }

    private static Caller.Answered find(Caller caller, String tenant, String id) {
        return caller.call(
                "GetChildSession",
                "{\"sessionToken\":\"demo-session-token\",\"sessionId\":\"" + id + "\"}",
                "X-Mock-Tenant",
                tenant);
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
