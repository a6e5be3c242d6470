package io.s360.iid.mock.refusal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which path of the contract an unknown one was probably meant to be. Letter case, slashes, escapes and parameters of a
 * segment are no difference; what stands before a known path, or is missing there, is a small one.
 */
final class MeantPath {

    /** What is longer, or deeper, was not meant to be anything. */
    private static final int LONGEST = 1_024;

    private static final int DEEPEST = 40;

    private static final double AT_THE_START = 0.1;
    private static final double ELSEWHERE = 1;
    private static final double MOST = 1.2;
    private static final double NEVER = 1_000;

    private final List<Known> known;

    private record Known(String path, List<String> segments) {}

    private record Guess(String path, double cost) {}

    MeantPath(List<String> paths) {
        known = paths.stream().map(path -> new Known(path, segmentsOf(path))).toList();
    }

    /** Empty if it is like none. */
    Optional<String> of(String path) {
        List<String> segments = path.length() > LONGEST ? List.of() : segmentsOf(path);
        if (segments.isEmpty() || segments.size() > DEEPEST) {
            return Optional.empty();
        }
        Map<String, Double> distances = new HashMap<>();
        return known.stream()
                .map(candidate -> new Guess(candidate.path(), cost(segments, candidate.segments(), distances)))
                .filter(guess -> guess.cost() <= MOST)
                .min(Comparator.comparingDouble(Guess::cost))
                .map(Guess::path);
    }

    private static List<String> segmentsOf(String path) {
        return Arrays.stream(decoded(path).split("/", -1))
                .map(segment -> segment.replaceFirst(";.*", ""))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return path;
        }
    }

    /**
     * What it costs to make one path of the other, segment by segment. All before the first segment that is kept costs
     * little, and a last segment that is missing costs too much: who wants what is told by that one.
     */
    private static double cost(List<String> given, List<String> wanted, Map<String, Double> distances) {
        double[][] cost = new double[given.size() + 1][wanted.size() + 1];
        for (double[] row : cost) {
            Arrays.fill(row, NEVER);
        }
        for (int i = 1; i <= given.size(); i++) {
            for (int j = 1; j <= wanted.size(); j++) {
                double before = Math.min(cost[i - 1][j - 1], (i + j - 2) * AT_THE_START);
                double kept = before + change(given.get(i - 1), wanted.get(j - 1), distances);
                double missing = cost[i][j - 1] + (j == wanted.size() ? MOST : 0) + ELSEWHERE;
                cost[i][j] = Math.min(kept, Math.min(cost[i - 1][j] + ELSEWHERE, missing));
            }
        }
        return cost[given.size()][wanted.size()];
    }

    private static double change(String given, String wanted, Map<String, Double> distances) {
        double distance = distances.computeIfAbsent(
                given + "/" + wanted,
                pair -> Likeness.isLike(given, wanted) ? Likeness.distance(given, wanted) : NEVER);
        return 2 * distance;
    }
}
