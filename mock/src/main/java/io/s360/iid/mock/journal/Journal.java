package io.s360.iid.mock.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last requests of all tenants. Bounded for each tenant and for all together, in number and in memory; the oldest go
 * first. Safe for use by several threads.
 */
public final class Journal {

    /** How many requests are kept for one tenant. */
    public static final int PER_TENANT = 1_000;

    private static final int IN_ALL = 5_000;
    private static final int LARGEST = 16 << 20;

    private final Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();
    private final Map<String, Deque<Kept>> chapters = new HashMap<>();
    private final SequencedEntries all = new SequencedEntries();

    /** The number of the next request of a tenant, which is then taken. */
    public long nextNumber(String tenant) {
        return numbers.computeIfAbsent(tenant, name -> new AtomicLong()).incrementAndGet();
    }

    public void add(Entry entry) {
        int weight = entry.weight(); // nobody else need wait for it
        synchronized (this) {
            Deque<Kept> chapter = chapters.computeIfAbsent(entry.tenant(), name -> new ArrayDeque<>());
            chapter.add(all.add(entry, weight));
            if (chapter.size() > PER_TENANT) {
                drop(chapter.element());
            }
            while (all.size() > IN_ALL || all.weight() > LARGEST) {
                drop(all.oldest());
            }
        }
    }

    /** Those of a tenant with a higher number, the newest first. */
    public synchronized List<Entry> newestFirst(String tenant, long after) {
        List<Entry> found = new ArrayList<>();
        Iterator<Kept> newestFirst =
                chapters.getOrDefault(tenant, new ArrayDeque<>()).descendingIterator();
        while (newestFirst.hasNext()) {
            Entry entry = newestFirst.next().entry();
            if (entry.number() <= after) {
                break;
            }
            found.add(entry);
        }
        return found;
    }

    /** Those of all tenants, the newest first. */
    public synchronized List<Entry> newestFirst() {
        return all.newestFirst();
    }

    public Optional<Entry> find(String tenant, long number) {
        return newestFirst(tenant, number - 1).stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }

    /** How many requests a tenant has had. */
    public long count(String tenant) {
        AtomicLong last = numbers.get(tenant);
        return last == null ? 0 : last.get();
    }

    /** Forgets the requests of a tenant; the next one has the next number. */
    public synchronized void clear(String tenant) {
        Deque<Kept> chapter = chapters.remove(tenant);
        if (chapter != null) {
            chapter.forEach(all::remove);
        }
    }

    /** Forgets that a tenant ever was; its next request has the number 1. */
    public void forget(String tenant) {
        clear(tenant);
        numbers.remove(tenant);
    }

    /** Forgets the requests of all tenants. */
    public synchronized void clear() {
        List.copyOf(chapters.keySet()).forEach(this::clear);
    }

    /** The oldest of all is the oldest of its tenant as well. */
    private void drop(Kept oldest) {
        Deque<Kept> chapter = chapters.getOrDefault(oldest.entry().tenant(), new ArrayDeque<>());
        chapter.remove();
        if (chapter.isEmpty()) {
            chapters.remove(oldest.entry().tenant());
        }
        all.remove(oldest);
    }
}
