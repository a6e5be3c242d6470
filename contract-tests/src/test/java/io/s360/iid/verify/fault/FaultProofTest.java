package io.s360.iid.verify.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.verify.report.Cause;
import io.s360.iid.verify.report.VerdictText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every seeded fault is found in both targets, and is one headline. */
class FaultProofTest {

    private static final int AT_A_TIME = 2;
    private static final List<SeededFault> FAULTS = SeededFault.all();
    private static final Map<String, List<Cause>> CAUSES = new ConcurrentHashMap<>();

    @BeforeAll
    static void judgeThemAll() throws InterruptedException, ExecutionException {
        Instant start = Instant.now();
        Queue<SeededFault> waiting = new ConcurrentLinkedQueue<>(FAULTS);
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Callable<Void> judging = () -> judge(waiting);
            List<Future<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < AT_A_TIME; thread++) {
                running.add(threads.submit(judging));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                "%d faults in 2 targets each took %d s%n",
                FAULTS.size(), Duration.between(start, Instant.now()).toSeconds());
    }

    private static Void judge(Queue<SeededFault> waiting) {
        try (Laboratory laboratory = new Laboratory()) {
            for (SeededFault fault = waiting.poll(); fault != null; fault = waiting.poll()) {
                for (String target : FaultPage.TARGETS) {
                    CAUSES.put(
                            FaultPage.key(fault, target),
                            laboratory.judge(target, fault).causes());
                }
            }
        }
        return null;
    }

    @TestFactory
    Stream<DynamicTest> isFoundAndHasOneHeadline() {
        return FAULTS.stream()
                .flatMap(fault -> FaultPage.TARGETS.stream().map(target -> {
                    String key = FaultPage.key(fault, target);
                    return DynamicTest.dynamicTest(
                            key,
                            () -> assertThat(CAUSES.getOrDefault(key, List.of()))
                                    .as(fault.what())
                                    .singleElement()
                                    .satisfies(cause -> assertThat(cause.clause() + " " + FaultPage.line(cause.place()))
                                            .contains(fault.headline())));
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock", "server"})
    void threeFaultsAtOnceAreThreeHeadlinesOnFewLines(String target) {
        List<SeededFault> three = Stream.of("desc-code-dropped", "logout-again-and-again", "beginning-of-key-suffices")
                .map(SeededFault::named)
                .map(SeededFault::everywhere)
                .toList();
        Instant start = Instant.now();
        try (Laboratory laboratory = new Laboratory()) {
            Laboratory.Outcome outcome = laboratory.judge(target, three.toArray(SeededFault[]::new));
            List<String> lines = VerdictText.lines(outcome.verdict());
            System.out.printf(
                    "three faults in the %s: %d headlines, %d lines, %d s%n",
                    target,
                    outcome.causes().size(),
                    lines.size(),
                    Duration.between(start, Instant.now()).toSeconds());

            assertThat(outcome.causes()).hasSize(three.size());
            assertThat(three)
                    .allSatisfy(fault -> assertThat(outcome.causes())
                            .anySatisfy(cause -> assertThat(cause.clause())
                                    .contains(fault.headline().get(0))));
            assertThat(lines).hasSizeLessThan(200);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock", "server"})
    void aHealthyTargetHasNoHeadline(String target) {
        try (Laboratory laboratory = new Laboratory()) {
            assertThat(laboratory.judge(target).causes()).isEmpty();
        }
    }

    @Test
    void everyKindOfFaultIsThere() {
        assertThat(FAULTS).hasSizeGreaterThanOrEqualTo(35);
        assertThat(FAULTS).extracting(SeededFault::name).doesNotHaveDuplicates();
        assertThat(new HashSet<>(FAULTS.stream().map(SeededFault::kind).toList()))
                .contains(
                        "dropped member",
                        "extra member",
                        "wrong type",
                        "wrong null",
                        "wrong status",
                        "missing header",
                        "wrong header",
                        "wrong content type",
                        "wrong language text",
                        "off-by-one limit",
                        "accepted violation",
                        "refused valid request",
                        "wrong order of checks",
                        "state");
    }

    /** Where it is not, the page as it should be is below target. */
    @Test
    void thePageIsUpToDate() throws IOException {
        String page = FaultPage.of(FAULTS, CAUSES);
        Path made = Files.writeString(Path.of("target", "faults.md"), page);

        assertThat(Files.readString(Path.of("..", "docs", "faults.md")))
                .as("docs/faults.md; copy " + made)
                .isEqualTo(page);
    }
}
