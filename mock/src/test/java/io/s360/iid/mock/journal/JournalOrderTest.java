package io.s360.iid.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.mock.refusal.Account;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalOrderTest {

    private final Journal journal = new Journal();

    @Test
    void findsARequestWhoseNeighbourArrivedLater() {
        journal.add(entry(1));
        journal.add(entry(3));
        journal.add(entry(2));

        assertThat(journal.find("t", 3))
                .hasValueSatisfying(found -> assertThat(found.number()).isEqualTo(3));
        assertThat(journal.newestFirst("t", 2)).extracting(Entry::number).containsExactly(3L);
    }

    private static Entry entry(long number) {
        Account account = new Account(Account.Kind.GRANTED, null, null, List.of(), null);
        return new Entry(
                "t", number, Instant.EPOCH, "GET", "/", Map.of(), "", 200, Map.of(), "", "trace", account, false);
    }
}
