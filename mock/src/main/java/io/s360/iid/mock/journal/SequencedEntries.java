package io.s360.iid.mock.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries in the order in which they came; any of them can be taken out at once. Not safe for use by several threads. */
final class SequencedEntries {

    private final Map<Long, Kept> oldestFirst = new LinkedHashMap<>();
    private long places;
    private long weight;

    Kept add(String tenant, long number, PackedEntry packed) {
        Kept kept = new Kept(places++, tenant, number, packed);
        oldestFirst.put(kept.place(), kept);
        weight += kept.weight();
        return kept;
    }

    void remove(Kept kept) {
        if (oldestFirst.remove(kept.place()) != null) {
            weight -= kept.weight();
        }
    }

    /** There must be one. */
    Kept oldest() {
        return oldestFirst.values().iterator().next();
    }

    List<Entry> newestFirst() {
        List<Entry> entries = new ArrayList<>();
        oldestFirst.values().forEach(kept -> entries.add(kept.entry()));
        Collections.reverse(entries);
        return entries;
    }

    int size() {
        return oldestFirst.size();
    }

    /** About how many bytes of memory all take. */
    long weight() {
        return weight;
    }
}
