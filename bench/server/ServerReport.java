package io.s360.iid.bench;

import io.s360.iid.bench.ServerOptions.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;

/** The figures of the server in Markdown. */
final class ServerReport {

    private final ServerOptions options;
    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private final Map<Running, Boolean> warm = new WeakHashMap<>();
    private final Samples starts = new Samples();
    private final Map<Part, Figures.LoadSamples> loads = new EnumMap<>(Part.class);

    ServerReport(ServerOptions options) {
        this.options = options;
    }

    /** Whether nothing has been asked of it yet; the next time it has. */
    boolean isFirstOf(Running running) {
        return warm.put(running, true) == null;
    }

    void start(Peer peer, Running running) {
        peers.putIfAbsent(peer.name(), peer);
        starts.add(peer, running.toFirstAnswer().toNanos() / 1e9);
    }

    void add(Running running, Part part, Load.Result result) {
        peers.putIfAbsent(running.peer().name(), running.peer());
        loads.computeIfAbsent(part, any -> new Figures.LoadSamples()).add(running.peer(), result);
    }

    String text(List<String> warnings) {
        List<String> lines = new ArrayList<>();
        lines.add("%s; %d sessions stored.".formatted(options.turns.text(), Stock.PARENTS * Stock.CHILDREN_OF_EACH));
        if (!loads.isEmpty()) {
            lines.add("");
            table(lines);
        }
        if (!starts.isEmpty()) {
            lines.add("");
            lines.add(row(List.of("First right answer", "s")));
            lines.add(row(List.of("---", "---")));
            peers.values().stream()
                    .filter(starts::has)
                    .forEach(peer -> lines.add(row(List.of(peer.name(), starts.text(peer, "%.2f")))));
        }
        warnings.forEach(warning -> lines.add("\n* " + warning));
        return String.join("\n", lines) + "\n";
    }

    private void table(List<String> lines) {
        List<Peer> columns = peers.values().stream()
                .filter(peer -> loads.values().stream().anyMatch(load -> load.rate.has(peer)))
                .toList();
        List<String> head = new ArrayList<>(List.of(""));
        columns.forEach(peer -> head.add(peer.name()));
        columns.stream().skip(1).forEach(peer -> head.add(peer.name() + " : constant"));
        lines.add(row(head));
        lines.add(row(head.stream().map(cell -> "---").toList()));
        loads.forEach((part, load) -> {
            String name = part.name().charAt(0) + part.name().substring(1).toLowerCase(Locale.ROOT);
            lines.add(row(columns, name + ", requests/s", load.rate, "%.0f"));
            lines.add(row(columns, name + ", p50, ms", load.p50, "%.1f"));
            lines.add(row(columns, name + ", p99, ms", load.p99, "%.1f"));
            lines.add(row(columns, name + ", processor time of the server, µs/request", load.cpu, "%.0f"));
        });
    }

    /** The mix has no constant beside it. */
    private String row(List<Peer> columns, String title, Samples samples, String format) {
        List<String> cells = new ArrayList<>(List.of(title));
        columns.forEach(peer -> cells.add(samples.has(peer) ? samples.text(peer, format) : "–"));
        Peer first = columns.get(0);
        columns.stream()
                .skip(1)
                .forEach(peer -> cells.add(
                        samples.has(peer) && samples.has(first)
                                ? String.format(Locale.ROOT, "%.2f", samples.median(peer) / samples.median(first))
                                : "–"));
        return row(cells);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
