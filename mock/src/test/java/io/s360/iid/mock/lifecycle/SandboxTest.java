package io.s360.iid.mock.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.mock.Contracts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a call sees, decides and changes is one step. */
class SandboxTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final String CLIENT = "ENTITY_PORTAL";
    private static final int ROUNDS = 2_000;
    private static final int CALLERS = 4;

    private final ExecutorService crowd = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void goHome() {
        crowd.shutdownNow();
    }

    @Test
    void keepsALimitBetweenLookingAndCreating() throws Exception {
        AtomicBoolean isTight = new AtomicBoolean();
        CyclicBarrier bothInside = new CyclicBarrier(2);
        Sandbox sandbox = sandbox(() -> {
            if (isTight.get()) {
                meet(bothInside);
            }
            return UUID.randomUUID();
        });
        for (int i = 0; i < 4; i++) {
            create(sandbox);
        }
        isTight.set(true);

        List<Integer> statuses =
                resultsOf(crowd.invokeAll(List.of(() -> statusOfCreation(sandbox), () -> statusOfCreation(sandbox))));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void letsExactlyOneLogoutSucceedInEveryRound() throws Exception {
        Sandbox sandbox = sandbox(UUID::randomUUID);
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode named = token().put("sessionId", create(sandbox));
            Callable<Integer> logout = () -> {
                start.await();
                return status(sandbox, "LogoutChildSession", named);
            };

            List<Integer> statuses = resultsOf(crowd.invokeAll(List.of(logout, logout, logout, logout)));

            assertThat(statuses).containsExactlyInAnyOrder(200, 401, 401, 401);
        }
    }

    /** Waits for the other call, which is not to come as long as this one has not gone. */
    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(200, TimeUnit.MILLISECONDS);
        } catch (Exception alone) {
            barrier.reset();
        }
    }

    private static Sandbox sandbox(Supplier<UUID> ids) {
        return new Sandbox(CONTRACT, InstantSource.system(), ids);
    }

    private static String create(Sandbox sandbox) {
        return sandbox.decide(CONTRACT.operation("CreateChildSession"), CLIENT, token())
                .body()
                .at("/data/sessionId")
                .asString();
    }

    private static int statusOfCreation(Sandbox sandbox) {
        return status(sandbox, "CreateChildSession", token());
    }

    private static int status(Sandbox sandbox, String operation, ObjectNode body) {
        return sandbox.decide(CONTRACT.operation(operation), CLIENT, body)
                .decision()
                .answer()
                .status();
    }

    private static ObjectNode token() {
        return JsonNodeFactory.instance.objectNode().put("sessionToken", "demo-session-token");
    }

    private static List<Integer> resultsOf(List<Future<Integer>> futures) throws Exception {
        List<Integer> results = new ArrayList<>();
        for (Future<Integer> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
