package io.s360.iid.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.source.Place;
import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedEntryTest {

    @Test
    void isTheEntryAgainWhenItIsUnpacked() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Zulu", "1");
        headers.put("Alpha", "مرحبا 🎉");
        Reason placed = new Reason("/a", "fields.type", "is wrong", "string", "***", new Place("contract.yaml", 7));
        Reason bare = new Reason("", "decision", "is over", null, null, null);
        Entry entry = entry(headers, new Account(Account.Kind.REFUSED, "Get", "gone", List.of(placed, bare), "curl …"));

        Entry unpacked = PackedEntry.of(entry).unpacked();

        assertThat(unpacked).isEqualTo(entry);
        assertThat(unpacked.headers().keySet()).containsExactly("Zulu", "Alpha");
    }

    @Test
    void keepsWhatIsAbsentAbsent() {
        Entry entry = entry(Map.of(), new Account(Account.Kind.STUBBED, null, null, List.of(), null));

        assertThat(PackedEntry.of(entry).unpacked()).isEqualTo(entry);
    }

    private static Entry entry(Map<String, String> headers, Account account) {
        return new Entry(
                "t",
                3,
                Instant.parse("2026-01-15T08:00:00.123456789Z"),
                "POST",
                "/a?b=***",
                headers,
                "{\"a\":1}",
                401,
                Map.of("Content-Type", "application/json"),
                "x".repeat(100_000),
                "trace",
                account,
                true);
    }
}
