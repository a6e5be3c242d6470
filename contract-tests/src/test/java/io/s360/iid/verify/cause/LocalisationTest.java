package io.s360.iid.verify.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.judge.Deviation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocalisationTest {

    @Test
    void namesTheOneClauseThatExplainsEverything() {
        List<Sighting> sightings = List.of(sighting("one", "get", "envelope"), sighting("two", "refresh", "envelope"));

        assertThat(culprits(sightings, Map.of())).containsExactly("envelope");
    }

    @Test
    void acquitsAClauseThatWasMostlyKept() {
        List<Sighting> sightings = List.of(sighting("one", "get", "envelope"), sighting("two", "refresh", "envelope"));

        assertThat(culprits(sightings, Map.of("envelope", 2))).containsExactlyInAnyOrder("get", "refresh");
    }

    @Test
    void bearsAnExceptionWhereMuchIsExplained() {
        List<Sighting> sightings = Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i")
                .map(name -> sighting(name, name, "check"))
                .toList();

        assertThat(culprits(sightings, Map.of("check", 1))).containsExactly("check");
    }

    @Test
    void namesTwoClausesForTwoFaults() {
        List<Sighting> sightings = List.of(
                sighting("one", "get", "header"), sighting("two", "refresh", "header"), sighting("three", "logout"));

        assertThat(culprits(sightings, Map.of())).containsExactly("header", "logout");
    }

    /** The first is the widest, but the other two are needed anyway, and explain all of it. */
    @Test
    void dropsAClauseThatOthersMakeNeedless() {
        List<Sighting> sightings = List.of(
                sighting("one", "left", "middle"),
                sighting("two", "left", "middle"),
                sighting("three", "right", "middle"),
                sighting("four", "right", "middle"),
                sighting("five", "left"),
                sighting("six", "right"));

        assertThat(culprits(sightings, Map.of())).containsExactlyInAnyOrder("left", "right");
    }

    @Test
    void blamesNobodyIfNothingWentWrong() {
        assertThat(culprits(List.of(), Map.of("envelope", 7))).isEmpty();
    }

    private static List<String> culprits(List<Sighting> sightings, Map<String, Integer> kept) {
        return new Localisation(sightings, kept)
                .culprits().keySet().stream().map(Suspect::id).toList();
    }

    private static Sighting sighting(String title, String... suspects) {
        List<Suspect> blamed = Stream.of(suspects)
                .map(id -> new Suspect(id, 1, id, new Place("contract.yaml", 1), Provenance.ASSUMED))
                .toList();
        return new Sighting(title, blamed, List.of(), new Deviation("status", "200", "500"), 1, "curl");
    }
}
