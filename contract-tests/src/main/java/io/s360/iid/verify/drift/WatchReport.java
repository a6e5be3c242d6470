package io.s360.iid.verify.drift;

import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.drift.proposal.Proposal;
import io.s360.iid.verify.drift.sight.Observed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was seen while watching, and what is proposed. */
public final class WatchReport {

    private static final int MOST_CAUSES = 18;
    private static final int MOST_DIFF_LINES = 60;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final URI upstream;
    private final Ledger.Account account;
    private final Proposal proposal;

    WatchReport(URI upstream, Ledger.Account account, Proposal proposal) {
        this.upstream = upstream;
        this.account = account;
        this.proposal = proposal;
    }

    /** Each cause once, in the order in which they were met. */
    public List<Observed> causes() {
        return account.causes();
    }

    /** How many exchanges were looked at. */
    public long exchanges() {
        return account.exchanges();
    }

    public Proposal proposal() {
        return proposal;
    }

    /** For a console: an entry for each cause, the diff, and a summary. Never so long that it cannot be read. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        account.causes().stream().limit(MOST_CAUSES).forEach(observed -> lines.addAll(entry(observed)));
        if (account.causes().size() > MOST_CAUSES) {
            lines.add(
                    "… and " + (account.causes().size() - MOST_CAUSES) + " causes more; --report DIR writes them all");
        }
        List<String> diff = proposal.diff().lines().toList();
        if (!diff.isEmpty()) {
            lines.add("");
            lines.add("Proposed change of the contract, for git apply or patch -p1 in the root of the repository:");
            lines.add("");
            lines.addAll(diff.size() > MOST_DIFF_LINES ? diff.subList(0, MOST_DIFF_LINES) : diff);
        }
        if (diff.size() > MOST_DIFF_LINES) {
            lines.add("… and " + (diff.size() - MOST_DIFF_LINES) + " lines more; --report DIR writes them all");
        }
        lines.add("");
        lines.add(summary());
        return lines;
    }

    private List<String> entry(Observed observed) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(observed) + (observed.times() > 1 ? " (" + observed.times() + " times)" : ""));
        lines.add("    expected " + observed.first().expected() + ", got "
                + observed.first().got());
        lines.add("    " + observed.first().place() + ", " + provenanceOf(observed));
        lines.add("    " + observed.sample());
        lines.add("    " + wordsOn(observed));
        return lines;
    }

    /** One line: what, in which direction, and where. */
    static String headline(Observed observed) {
        String where =
                observed.first().where().isEmpty() ? "" : " " + observed.first().where();
        String operations = observed.operations().isEmpty()
                ? ""
                : observed.operations().stream().sorted().collect(Collectors.joining(", ")) + " · ";
        return "DRIFT " + operations + observed.first().status() + " · "
                + observed.cause().side() + where + ": "
                + observed.cause().kind().words();
    }

    private static String provenanceOf(Observed observed) {
        Provenance provenance = observed.first().provenance();
        return provenance == Provenance.ASSUMED
                ? "assumed: a question to whoever knows"
                : provenance.name().toLowerCase(Locale.ROOT);
    }

    private String wordsOn(Observed observed) {
        return proposal.words().getOrDefault(observed.cause(), "");
    }

    private String summary() {
        String more = account.untold() > 0 ? ", " + account.untold() + " drifts of causes beyond counting" : "";
        String silent =
                account.unanswered() > 0 ? ", " + account.unanswered() + " requests not passed on or unanswered" : "";
        return upstream + ": " + account.exchanges() + " exchanges, " + account.drifting()
                + " differ from the contract, by " + account.causes().size() + " causes" + silent + more;
    }

    /**
     * Writes {@code drift.json} and {@code drift.diff} into a folder, which is made if need be.
     *
     * @throws IOException if that cannot be done
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("drift.json"), JSON.writeValueAsString(json()) + "\n");
        Files.writeString(folder.resolve("drift.diff"), proposal.diff());
    }

    private ObjectNode json() {
        ObjectNode report = JSON.createObjectNode();
        report.put("upstream", upstream.toString());
        report.put("exchanges", account.exchanges());
        report.put("differing", account.drifting());
        report.put("unanswered", account.unanswered());
        var findings = report.putArray("findings");
        for (Observed observed : account.causes()) {
            ObjectNode finding = findings.addObject();
            finding.put(
                    "kind",
                    observed.cause().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            finding.put("side", observed.cause().side().toString());
            observed.operations().stream().sorted().forEach(finding.withArray("operations")::add);
            finding.put("status", observed.first().status());
            finding.put("where", observed.first().where());
            finding.put("place", observed.first().place().toString());
            finding.put("provenance", observed.first().provenance().name().toLowerCase(Locale.ROOT));
            finding.put("expected", observed.first().expected());
            finding.put("got", observed.first().got());
            finding.put("times", observed.times());
            finding.put("sample", observed.sample());
            finding.put("proposal", wordsOn(observed));
        }
        return report;
    }
}
