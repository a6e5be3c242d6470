package io.s360.iid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures in Markdown. */
final class Report {

    private final Options options;
    private final List<Peer> peers;
    private final Figures figures;
    private final List<String> more;
    private final List<String> warnings;
    private final List<String> lines = new ArrayList<>();

    Report(Options options, List<Peer> peers, Figures figures, List<String> more, List<String> warnings) {
        this.options = options;
        this.peers = peers;
        this.figures = figures;
        this.more = more;
        this.warnings = warnings;
    }

    String text() {
        lines.add(options.turns.text() + ".");
        table();
        if (!more.isEmpty()) {
            lines.add("");
            lines.addAll(more);
        }
        if (!warnings.isEmpty()) {
            lines.add("");
            warnings.forEach(warning -> lines.add("* " + warning));
        }
        return String.join("\n", lines) + "\n";
    }

    private void table() {
        List<String> head = new ArrayList<>(List.of(""));
        peers.forEach(peer -> head.add(peer.name()));
        ratioColumns().forEach(peer -> head.add("kit : " + peer.name().replaceAll(" .*", "")));
        if (figures.firstAnswer.isEmpty() && figures.resident.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(row(head));
        lines.add(row(head.stream().map(cell -> "---").toList()));
        row("First right answer, s", figures.firstAnswer, "%.2f");
        row("Mix, requests/s", figures.mix.rate, "%.0f");
        row("Mix, p50, ms", figures.mix.p50, "%.1f");
        row("Mix, p99, ms", figures.mix.p99, "%.1f");
        row("Mix, processor time of the server, µs/request", figures.mix.cpu, "%.0f");
        row("Logout, requests/s", figures.logout.rate, "%.0f");
        row("Logout, p50, ms", figures.logout.p50, "%.1f");
        row("Logout, p99, ms", figures.logout.p99, "%.1f");
        row("Logout, processor time of the server, µs/request", figures.logout.cpu, "%.0f");
        row("Resident after 10,000 requests, MiB", figures.resident, "%.0f");
    }

    private void row(String title, Samples samples, String format) {
        if (samples.isEmpty()) {
            return;
        }
        List<String> cells = new ArrayList<>(List.of(title));
        peers.forEach(peer -> cells.add(samples.has(peer) ? samples.text(peer, format) : "–"));
        ratioColumns()
                .forEach(peer -> cells.add(
                        String.format(Locale.ROOT, "%.2f", samples.median(peers.get(0)) / samples.median(peer))));
        lines.add(row(cells));
    }

    /** Prism, and WireMock at its best. */
    private List<Peer> ratioColumns() {
        return List.of("Prism", "WireMock").stream()
                .map(name -> peers.stream()
                        .filter(peer -> peer.name().startsWith(name))
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
