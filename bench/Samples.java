package io.s360.iid.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One figure of each peer, taken once a round. */
final class Samples {

    private final Map<String, List<Double>> byPeer = new LinkedHashMap<>();

    void add(Peer peer, double sample) {
        byPeer.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(sample);
    }

    boolean isEmpty() {
        return byPeer.isEmpty();
    }

    boolean has(Peer peer) {
        return byPeer.containsKey(peer.name());
    }

    double median(Peer peer) {
        List<Double> sorted = sorted(peer);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median, and the least and the greatest beside it if there are several. */
    String text(Peer peer, String format) {
        List<Double> sorted = sorted(peer);
        String median = String.format(Locale.ROOT, format, median(peer));
        return sorted.size() == 1
                ? median
                : median
                        + String.format(
                                Locale.ROOT,
                                " (" + format + "–" + format + ")",
                                sorted.get(0),
                                sorted.get(sorted.size() - 1));
    }

    private List<Double> sorted(Peer peer) {
        List<Double> sorted = new ArrayList<>(byPeer.get(peer.name()));
        Collections.sort(sorted);
        return sorted;
    }
}
