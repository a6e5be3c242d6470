package io.s360.iid.mock.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s360.iid.contract.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class PopulationTest {

    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Resource.Lifetime LIFETIME =
            new Resource.Lifetime(Duration.ofMinutes(10), Duration.ofMinutes(20));
    private static final Resource HOUSE = kind("house", "houseId", null, Map.of());
    private static final Resource ROOM = kind("room", "roomId", "house", Map.of("house", "RAZED"));
    private static final Resource CHAIR = kind("chair", null, "room", Map.of());

    private final Population population = new Population(3, List.of("house", "room", "chair"));

    @Test
    void forgetsTheOldestThatIsOverWhenItIsFull() {
        Individual first = add(HOUSE, "1", null);
        Individual second = add(HOUSE, "2", null);
        add(HOUSE, "3", null);
        second.end("SOLD", NOW);
        first.end("SOLD", NOW);

        population.makeRoom(1, NOW);

        assertThat(population.find(HOUSE, "1", NOW)).isEmpty();
        assertThat(population.find(HOUSE, "2", NOW)).isPresent();
    }

    @Test
    void refusesMoreThanItCanHoldWhenNothingIsOver() {
        add(HOUSE, "1", null);
        add(HOUSE, "2", null);

        population.makeRoom(1, NOW);

        assertThatThrownBy(() -> population.makeRoom(2, NOW)).isInstanceOf(SandboxFull.class);
    }

    @Test
    void sweepsWhatIsForgottenByTheClock() {
        add(HOUSE, "1", null);
        add(HOUSE, "2", null);
        add(HOUSE, "3", null);

        population.makeRoom(3, NOW.plus(LIFETIME.idle()).plus(REMEMBERED));

        assertThat(population.find(HOUSE, "1", NOW)).isEmpty();
    }

    @Test
    void remembersOfWhatCallsMadeOnlyTheLastThatAreOver() {
        Population large = new Population(10_000, List.of("house", "room", "chair"));
        Individual seeded = large.add(identity(HOUSE, "seeded", null), Life.beginning(NOW, LIFETIME, null));
        seeded.end("SOLD", NOW);
        Individual active = large.bear(identity(HOUSE, "active", null), Life.beginning(NOW, LIFETIME, null));
        for (int made = 1; made <= 3_000; made++) {
            large.makeRoom(1, NOW);
            large.bear(identity(HOUSE, String.valueOf(made), null), Life.beginning(NOW, LIFETIME, null))
                    .end("SOLD", NOW);
        }

        large.makeRoom(1, NOW);

        assertThat(large.size()).isBetween(1_000, 1_600);
        assertThat(large.find(HOUSE, "seeded", NOW)).containsSame(seeded);
        assertThat(large.find(HOUSE, "active", NOW)).containsSame(active);
        assertThat(large.find(HOUSE, "1", NOW)).isEmpty();
        assertThat(large.find(HOUSE, "3000", NOW)).isPresent();
    }

    @Test
    void keepsOfWhatNobodyCanNameOnlyTheNumber() {
        Individual house = add(HOUSE, "1", null);
        Individual room = add(ROOM, "2", house);
        for (int i = 0; i < 100; i++) {
            assertThat(add(CHAIR, null, room).sequence()).isEqualTo(i + 1);
        }

        population.makeRoom(1, NOW);

        assertThat(room.children().count(CHAIR, null, NOW)).isEqualTo(100);
        assertThat(room.children().count(CHAIR, "somebody", NOW)).isZero();
    }

    @Test
    void endsWithAParentWhatLivesAndLeavesTheRest() {
        Individual house = add(HOUSE, "1", null);
        Individual living = add(ROOM, "2", house);
        Individual sold = add(ROOM, "3", house);
        sold.end("SOLD", NOW);

        house.end("SOLD", NOW);

        assertThat(living.standingAt(NOW).reason()).isEqualTo("RAZED");
        assertThat(sold.standingAt(NOW).reason()).isEqualTo("SOLD");
        assertThat(house.children().count(ROOM, null, NOW)).isZero();
    }

    @Test
    void letsNothingEndTwice() {
        Individual house = add(HOUSE, "1", null);
        house.end("SOLD", NOW);

        house.end("RAZED", NOW.plusSeconds(1));

        assertThat(house.standingAt(NOW).reason()).isEqualTo("SOLD");
        assertThat(house.life().endedAt()).isEqualTo(NOW);
    }

    @Test
    void expiresWithAnExpiredParent() {
        Individual house = add(HOUSE, "1", null);
        Instant later = NOW.plusSeconds(60);
        Individual room = population.add(identity(ROOM, "2", house), Life.beginning(later, LIFETIME, null));

        assertThat(room.standingAt(NOW.plus(LIFETIME.idle())).reason()).isEqualTo(Resource.EXPIRED);
    }

    @Test
    void extendsAtMostAsOftenAsTold() {
        Individual house = add(HOUSE, "1", null);
        Duration minute = Duration.ofMinutes(1);

        house.extend(NOW.plusSeconds(59), minute);
        assertThat(house.life().lastExtendedAt()).isNull();
        house.extend(NOW.plusSeconds(60), minute);

        assertThat(house.life().expiresAt()).isEqualTo(NOW.plusSeconds(60).plus(LIFETIME.idle()));
    }

    @Test
    void neverShortensALifeNorPassesItsLatestEnd() {
        Life life = Life.lasting(NOW, NOW.plus(Duration.ofDays(30)));
        Life begun = Life.beginning(NOW, LIFETIME, null);

        assertThat(life.extendedAt(NOW, LIFETIME, null).expiresAt()).isEqualTo(life.expiresAt());
        assertThat(begun.extendedAt(NOW.plusSeconds(1_199), LIFETIME, null).expiresAt())
                .isEqualTo(begun.maxExpiresAt());
    }

    private Individual add(Resource kind, @Nullable String key, @Nullable Individual parent) {
        return population.add(identity(kind, key, parent), Life.beginning(NOW, kind.expires(), null));
    }

    private static Individual.Identity identity(Resource kind, @Nullable String key, @Nullable Individual parent) {
        return new Individual.Identity(
                kind, String.valueOf(key), key, parent, null, JsonNodeFactory.instance.objectNode());
    }

    private static Resource kind(
            String name, @Nullable String key, @Nullable String within, Map<String, String> endsWith) {
        boolean lives = key != null;
        return new Resource(
                name,
                key,
                null,
                within,
                false,
                lives ? List.of("ACTIVE", "ENDED") : List.of(),
                List.of("SOLD", "RAZED", Resource.EXPIRED),
                endsWith,
                lives ? LIFETIME : null,
                lives ? REMEMBERED : null,
                null,
                null,
                List.of());
    }
}
