package io.s360.iid.verify.cases;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which clauses a case is made for, by the ids of their terms. What an answer shows beside these is told by the answer.
 *
 * @param satisfies those that the request keeps, and that must not be held against it; a limit only if the request goes up
 *     to it
 * @param violates those that the request breaks, and for which it must be refused
 */
public record Aims(Set<String> satisfies, Set<String> violates) {

    /** Of a case that is about none. */
    public static final Aims NONE = new Aims(Set.of(), Set.of());

    public Aims {
        satisfies = Set.copyOf(satisfies);
        violates = Set.copyOf(violates);
    }

    static Aims satisfying(Set<String> terms) {
        return new Aims(terms, Set.of());
    }

    static Aims violating(Set<String> terms) {
        return new Aims(Set.of(), terms);
    }

    static Aims satisfying(String... terms) {
        return satisfying(Set.of(terms));
    }

    static Aims violating(String... terms) {
        return violating(Set.of(terms));
    }

    /** In an order that is the same in every run. */
    @Override
    public String toString() {
        return "satisfies " + new TreeSet<>(satisfies) + ", violates " + new TreeSet<>(violates);
    }
}
