package io.s360.iid.mock.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The last requests of all tenants. Bounded for each tenant and for all together, in number and in memory; the oldest go
 * first. Safe for use by several threads.
 */
public final class Journal {

    /** How many requests are kept for one tenant. */
    public static final int PER_TENANT = 1_000;

    private static final int IN_ALL = 5_000;
    private static final int LARGEST = 6 << 20;

    private final Map<String, AtomicLong> numbers = new ConcurrentHashMap<>();
    private final Map<String, Deque<Kept>> chapters = new HashMap<>();
    private final SequencedEntries all = new SequencedEntries();
    private final Queue<Arrival> arrived = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();

    private record Arrival(String tenant, long number, PackedEntry packed) {}

    /** The number of the next request of a tenant, which is then taken. */
    public long nextNumber(String tenant) {
        return numbers.computeIfAbsent(tenant, name -> new AtomicLong()).incrementAndGet();
    }

    /** Does not wait for others: whoever is at the journal enters what has come meanwhile. */
    public void add(Entry entry) {
        arrived.add(new Arrival(entry.tenant(), entry.number(), PackedEntry.of(entry)));
        while (!arrived.isEmpty() && lock.tryLock()) {
            try {
                enterArrived();
            } finally {
                lock.unlock();
            }
        }
    }

    private void enterArrived() {
        for (Arrival next = arrived.poll(); next != null; next = arrived.poll()) {
            Deque<Kept> chapter = chapters.computeIfAbsent(next.tenant(), name -> new ArrayDeque<>());
            chapter.add(all.add(next.tenant(), next.number(), next.packed()));
            if (chapter.size() > PER_TENANT) {
                drop(chapter.element());
            }
            while (all.size() > IN_ALL || all.weight() > LARGEST) {
                drop(all.oldest());
            }
        }
    }

    private <T> T upToDate(Supplier<T> reading) {
        lock.lock();
        try {
            enterArrived();
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Those of a tenant with a higher number, the newest first. */
    public List<Entry> newestFirst(String tenant, long after) {
        return upToDate(() -> after(tenant, after));
    }

    /** Looks at all: of two requests at the same time, the earlier number may arrive later. */
    private List<Entry> after(String tenant, long after) {
        List<Entry> found = new ArrayList<>();
        Iterator<Kept> newestFirst =
                chapters.getOrDefault(tenant, new ArrayDeque<>()).descendingIterator();
        while (newestFirst.hasNext()) {
            Kept kept = newestFirst.next();
            if (kept.number() > after) {
                found.add(kept.entry());
            }
        }
        return found;
    }

    /** Those of all tenants, the newest first. */
    public List<Entry> newestFirst() {
        return upToDate(all::newestFirst);
    }

    public Optional<Entry> find(String tenant, long number) {
        return upToDate(() -> chapters.getOrDefault(tenant, new ArrayDeque<>()).stream()
                .filter(kept -> kept.number() == number)
                .findFirst()
                .map(Kept::entry));
    }

    /** How many requests a tenant has had. */
    public long count(String tenant) {
        AtomicLong last = numbers.get(tenant);
        return last == null ? 0 : last.get();
    }

    /** Forgets the requests of a tenant; the next one has the next number. */
    public void clear(String tenant) {
        upToDate(() -> {
            Deque<Kept> chapter = chapters.remove(tenant);
            if (chapter != null) {
                chapter.forEach(all::remove);
            }
            return chapter;
        });
    }

    /** Forgets that a tenant ever was; its next request has the number 1. */
    public void forget(String tenant) {
        clear(tenant);
        numbers.remove(tenant);
    }

    /** Forgets the requests of all tenants. */
    public void clear() {
        upToDate(() -> List.copyOf(chapters.keySet())).forEach(this::clear);
    }

    /** The oldest of all is the oldest of its tenant as well. */
    private void drop(Kept oldest) {
        Deque<Kept> chapter = chapters.getOrDefault(oldest.tenant(), new ArrayDeque<>());
        chapter.remove();
        if (chapter.isEmpty()) {
            chapters.remove(oldest.tenant());
        }
        all.remove(oldest);
    }
}
