package io.s360.iid.mock.refusal;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How alike two words are: what one would have to change in one to get the other. */
final class Likeness {

    /** Longer words are like no other; so the work is bounded. */
    private static final int LONGEST = 128;

    /** How much of a word may differ. */
    private static final double MOST = 0.4;

    private Likeness() {}

    /** From 0 for words that differ at most in letter case and in what joins their parts, to 1 for words that have nothing in common. */
    static double distance(String one, String other) {
        String left = bare(one);
        String right = bare(other);
        int longer = Math.max(left.length(), right.length());
        if (left.equals(right)) {
            return 0;
        }
        return longer > LONGEST || longer == 0 ? 1 : (double) edits(left, right) / longer;
    }

    /** Of these words the one that is most like another; empty if none is like it. */
    static Optional<String> closest(String word, Stream<String> known) {
        return known.filter(candidate -> isLike(word, candidate))
                .min(Comparator.comparingDouble(candidate -> distance(word, candidate)));
    }

    static boolean isLike(String one, String other) {
        return distance(one, other) <= MOST;
    }

    private static String bare(String word) {
        return word.length() > 2 * LONGEST
                ? word
                : word.toLowerCase(Locale.ROOT).replaceAll("[-_ .]", "");
    }

    /** The number of letters to be put in, taken out, changed, or swapped with their neighbour. */
    private static int edits(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, i, right, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(int[][] cost, String left, int i, String right, int j) {
        int changed = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean isSwap = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return isSwap ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
