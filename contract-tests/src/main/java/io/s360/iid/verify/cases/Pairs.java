package io.s360.iid.verify.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Choices of which any two stand together at least once: far fewer than all that could stand together. */
final class Pairs {

    private final List<Integer> sizes;
    private final Set<Pair> open = new HashSet<>();

    private Pairs(List<Integer> sizes) {
        this.sizes = sizes;
    }

    private record Pair(int factor, int value, int otherFactor, int otherValue) {}

    /**
     * Rows of choices, greedily found; the same in every run.
     *
     * @param sizes how many values each factor has
     */
    static List<int[]> of(List<Integer> sizes) {
        Pairs pairs = new Pairs(sizes);
        return sizes.size() < 2 ? pairs.each() : pairs.greedily();
    }

    private List<int[]> each() {
        List<int[]> rows = new ArrayList<>();
        for (int value = 0; !sizes.isEmpty() && value < sizes.get(0); value++) {
            rows.add(new int[] {value});
        }
        return rows;
    }

    private List<int[]> greedily() {
        for (int one = 0; one < sizes.size(); one++) {
            for (int other = one + 1; other < sizes.size(); other++) {
                openPairs(one, other);
            }
        }
        List<int[]> rows = new ArrayList<>();
        for (int one = 0; one < sizes.size(); one++) {
            for (int value = 0; value < sizes.get(one); value++) {
                while (isOpen(one, value)) {
                    rows.add(rowWith(one, value));
                }
            }
        }
        return rows;
    }

    private void openPairs(int one, int other) {
        for (int value = 0; value < sizes.get(one); value++) {
            for (int otherValue = 0; otherValue < sizes.get(other); otherValue++) {
                open.add(new Pair(one, value, other, otherValue));
            }
        }
    }

    private boolean isOpen(int factor, int value) {
        return open.stream().anyMatch(pair -> pair.factor() == factor && pair.value() == value);
    }

    /** The other factors take, one after the other, the value that closes most pairs with what is chosen already. */
    private int[] rowWith(int factor, int value) {
        List<Integer> chosen = new ArrayList<>(List.of(factor));
        int[] row = new int[sizes.size()];
        row[factor] = value;
        for (int next = 0; next < sizes.size(); next++) {
            if (next != factor) {
                row[next] = best(next, chosen, row);
                chosen.add(next);
            }
        }
        for (int one : chosen) {
            for (int other : chosen) {
                open.remove(new Pair(one, row[one], other, row[other]));
            }
        }
        return row;
    }

    private int best(int factor, List<Integer> chosen, int[] row) {
        int best = 0;
        long most = -1;
        for (int value = 0; value < sizes.get(factor); value++) {
            long closes = 0;
            for (int other : chosen) {
                closes += open.contains(pair(factor, value, other, row[other])) ? 1 : 0;
            }
            if (closes > most) {
                most = closes;
                best = value;
            }
        }
        return best;
    }

    private static Pair pair(int factor, int value, int other, int otherValue) {
        return factor < other ? new Pair(factor, value, other, otherValue) : new Pair(other, otherValue, factor, value);
    }
}
