package io.s360.iid.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.s360.iid.server.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private final FakeClock clock = FakeClock.at("2026-01-15T08:00:00Z");
    private final Set<String> shutOut = new HashSet<>();
    private final Clients clients = new Clients(
            List.of(
                    client("OPEN", true, null, null),
                    client("OFF", false, null, null),
                    client("READER", true, Set.of("GetContext"), 3),
                    new Client(
                            "LATE",
                            List.of(new ClientKey(KeyHash.of("key of LATE"), Instant.parse("2020-01-01T00:00:00Z"))),
                            true,
                            null,
                            null)),
            shutOut::contains,
            clock);

    @Test
    void knowsAClientByItsKeyOnly() {
        assertThat(clients.authenticates("OPEN", "key of OPEN")).isTrue();
        assertThat(clients.authenticates("OPEN", "key of OFF")).isFalse();
        assertThat(clients.authenticates("OPEN", "")).isFalse();
        assertThat(clients.authenticates("open", "key of OPEN")).isFalse();
        assertThat(clients.authenticates("", "")).isFalse();
    }

    @Test
    void letsNoDisabledClientIn() {
        shutOut.add("OPEN");

        assertThat(clients.authenticates("OFF", "key of OFF")).isFalse();
        assertThat(clients.authenticates("OPEN", "key of OPEN")).isFalse();
        assertThat(clients.isEnabled("OPEN")).isFalse();
        assertThat(clients.isKnown("OPEN")).isTrue();
    }

    @Test
    void grantsAllUnlessSomeAreNamed() {
        assertThat(clients.isGranted("OPEN", "GetContext")).isTrue();
        assertThat(clients.isGranted("READER", "GetContext")).isTrue();
        assertThat(clients.isGranted("READER", "AddMessages")).isFalse();
        assertThat(clients.isGranted("NOBODY", "GetContext")).isFalse();
    }

    /** As the mock counts. */
    @Test
    void startsAMinuteWithTheFirstRequestThatItCounts() {
        useUpAMinute();
        clock.advance(Duration.ofSeconds(59));
        assertThat(clients.waitBeforeNext("READER")).contains(Duration.ofSeconds(1));

        clock.advance(Duration.ofSeconds(30));

        useUpAMinute();
        assertThat(clients.waitBeforeNext("READER")).contains(Duration.ofMinutes(1));
    }

    private void useUpAMinute() {
        for (int request = 0; request < 3; request++) {
            assertThat(clients.waitBeforeNext("READER")).isEmpty();
        }
    }

    @Test
    void acceptsEachOfTwoKeysUntilItExpires() {
        Instant over = clock.instant().plusSeconds(60);
        Client client = new Client(
                "TURNING",
                List.of(new ClientKey(KeyHash.of("old"), over), new ClientKey(KeyHash.of("new"), null)),
                true,
                null,
                null);
        Clients turning = new Clients(List.of(client), shutOut::contains, clock);
        assertThat(turning.authenticates("TURNING", "old")).isTrue();
        assertThat(turning.authenticates("TURNING", "new")).isTrue();

        clock.advance(Duration.ofSeconds(60));

        assertThat(turning.authenticates("TURNING", "old")).isFalse();
        assertThat(turning.authenticates("TURNING", "new")).isTrue();
    }

    /** Medians of calls in turn; what the whole way over HTTP takes is measured by {@code EdgeFigures}. */
    @Test
    void takesTheSameTimeWhateverIsWrong() {
        List<String[]> wrong = List.of(
                new String[] {"OPEN", "wrong key"},
                new String[] {"NOBODY", "wrong key"},
                new String[] {"OFF", "key of OFF"},
                new String[] {"OPEN", "key of OFF"},
                new String[] {"READER", "wrong key"},
                new String[] {"LATE", "key of LATE"},
                new String[] {"OPEN", ""});
        double worst = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 5 && worst > 1.25; attempt++) {
            List<Long> medians = medians(wrong);
            worst = (double) Collections.max(medians) / Collections.min(medians);
        }

        assertThat(worst).isLessThan(1.25);
    }

    private List<Long> medians(List<String[]> wrong) {
        List<List<Long>> times = new ArrayList<>();
        wrong.forEach(credentials -> times.add(new ArrayList<>()));
        for (int round = 0; round < 200; round++) {
            for (int which = 0; which < wrong.size(); which++) {
                long start = System.nanoTime();
                for (int call = 0; call < 50; call++) {
                    clients.authenticates(wrong.get(which)[0], wrong.get(which)[1]);
                }
                times.get(which).add(System.nanoTime() - start);
            }
        }
        return times.stream()
                .map(all -> all.stream().sorted().toList().get(all.size() / 2))
                .toList();
    }

    @Test
    void limitsNobodyElse() {
        for (int request = 0; request < 1000; request++) {
            assertThat(clients.waitBeforeNext("OPEN")).isEmpty();
        }
    }

    @Test
    void readsOnlyWholeHashes() {
        assertThat(KeyHash.parse("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"))
                .isEqualTo(KeyHash.of("foo"))
                .hasSameHashCodeAs(KeyHash.of("foo"))
                .hasToString("(hash of a client key)");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyHash.parse("2c26"));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyHash.parse("foo"));
    }

    private static Client client(
            String id, boolean enabled, @Nullable Set<String> granted, @Nullable Integer requestsPerMinute) {
        return new Client(
                id, List.of(new ClientKey(KeyHash.of("key of " + id), null)), enabled, granted, requestsPerMinute);
    }
}
