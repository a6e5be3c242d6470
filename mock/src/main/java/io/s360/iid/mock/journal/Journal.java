package io.s360.iid.mock.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last requests of all tenants. Bounded for each tenant and for all together, in number and in memory; the oldest go
 * first. Safe for use by several threads.
 */
public final class Journal {

    /** How many requests are kept for one tenant. */
    public static final int PER_TENANT = 1_000;

    private static final int IN_ALL = 5_000;
    private static final int LARGEST = 16 << 20;

    private final Deque<Entry> oldestFirst = new ArrayDeque<>();
    private final Map<String, Chapter> chapters = new HashMap<>();
    private int weight;

    private static final class Chapter {
        private final Deque<Entry> oldestFirst = new ArrayDeque<>();
        private long last;
    }

    /** The number of the next request of a tenant, which is then taken. */
    public synchronized long nextNumber(String tenant) {
        return ++chapter(tenant).last;
    }

    public synchronized void add(Entry entry) {
        chapter(entry.tenant()).oldestFirst.add(entry);
        oldestFirst.add(entry);
        weight += entry.weight();
        if (chapter(entry.tenant()).oldestFirst.size() > PER_TENANT) {
            drop(chapter(entry.tenant()).oldestFirst.element());
        }
        while (oldestFirst.size() > IN_ALL || weight > LARGEST) {
            drop(oldestFirst.element());
        }
    }

    /** Those of a tenant with a higher number, the newest first. */
    public synchronized List<Entry> newestFirst(String tenant, long after) {
        Chapter chapter = chapters.get(tenant);
        return chapter == null ? List.of() : upTo(after, chapter.oldestFirst.descendingIterator());
    }

    /** Those of all tenants, the newest first. */
    public synchronized List<Entry> newestFirst() {
        return upTo(0, oldestFirst.descendingIterator());
    }

    public synchronized Optional<Entry> find(String tenant, long number) {
        return newestFirst(tenant, number - 1).stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }

    /** How many requests a tenant has had. */
    public synchronized long count(String tenant) {
        Chapter chapter = chapters.get(tenant);
        return chapter == null ? 0 : chapter.last;
    }

    /** Forgets the requests of a tenant; the next one has the next number. */
    public synchronized void clear(String tenant) {
        Chapter chapter = chapters.get(tenant);
        if (chapter != null) {
            List.copyOf(chapter.oldestFirst).forEach(this::drop);
        }
    }

    /** Forgets that a tenant ever was; its next request has the number 1. */
    public synchronized void forget(String tenant) {
        clear(tenant);
        chapters.remove(tenant);
    }

    /** Forgets the requests of all tenants. */
    public synchronized void clear() {
        List.copyOf(chapters.keySet()).forEach(this::clear);
    }

    private Chapter chapter(String tenant) {
        return chapters.computeIfAbsent(tenant, name -> new Chapter());
    }

    private void drop(Entry entry) {
        chapter(entry.tenant()).oldestFirst.remove(entry);
        oldestFirst.remove(entry);
        weight -= entry.weight();
    }

    private static List<Entry> upTo(long after, Iterator<Entry> newestFirst) {
        List<Entry> found = new ArrayList<>();
        while (newestFirst.hasNext()) {
            Entry entry = newestFirst.next();
            if (entry.number() <= after) {
                break;
            }
            found.add(entry);
        }
        return found;
    }
}
