package io.s360.iid.verify.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.verify.cases.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkMakerTest {

    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");
    private static final int STEPS = 12;

    private final Contract contract = ContractReader.readBundled();

    @Test
    void makesTheSameWalksFromTheSameSeed() {
        assertThat(told(7)).isEqualTo(told(7)).isNotEqualTo(told(8));
    }

    @Test
    void keepsToTheNumberOfSteps() {
        assertThat(walks(7, START)).allSatisfy(walk -> assertThat(walk.steps()).hasSizeBetween(1, STEPS));
        assertThat(walks(7, START)).anySatisfy(walk -> assertThat(walk.steps()).hasSize(STEPS));
    }

    @Test
    void letsNoTimePassAndEndsNothingWhereNobodyCan() {
        assertThat(walks(7, null))
                .allSatisfy(walk -> assertThat(walk.steps()).allSatisfy(step -> {
                    assertThat(step.pause()).isEqualTo(Duration.ZERO);
                    assertThat(step.end()).isNull();
                }));
    }

    /** What somebody else may be using stays out of reach. */
    @Test
    void startsFromNothingActiveThatACallCouldEnd() {
        assertThat(walks(7, null))
                .allSatisfy(walk -> assertThat(walk.openings())
                        .filteredOn(opening ->
                                opening.standing().isActive() && opening.kind().within() != null)
                        .extracting(Walk.Opening::owner)
                        .containsOnly("RESTRICTED_PORTAL"));
    }

    private List<String> told(long seed) {
        return walks(seed, START).stream()
                .flatMap(walk -> WalkScript.words(walk).stream())
                .toList();
    }

    private List<Walk> walks(long seed, Instant start) {
        WalkMaker maker = new WalkMaker(contract, Cast.ofDemo(contract), start, STEPS, seed);
        return IntStream.range(0, 200).mapToObj(maker::make).toList();
    }
}
