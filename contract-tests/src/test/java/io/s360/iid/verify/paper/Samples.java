package io.s360.iid.verify.paper;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.CaseBook;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.clause.Terms;
import io.s360.iid.verify.coverage.Coverage;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.report.Cause;
import io.s360.iid.verify.report.Cell;
import io.s360.iid.verify.report.Finding;
import io.s360.iid.verify.report.Secrets;
import io.s360.iid.verify.report.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports of runs that nobody had to wait for. */
final class Samples {

    static final String LIVE = "sandbox.example";
    static final String SECRET = "a-key-that-nobody-may-see";

    /** What a target may answer that wishes the reader of a report no good. */
    static final String WICKED =
            "</script><script>window.harmed = true</script><!--<script>\u0007\u202E]]>&\"'\u2028 " + SECRET;

    private static final Contract CONTRACT = ContractReader.readBundled();
    private static final List<Case> CASES = CaseBook.of(CONTRACT, Cast.ofDemo(CONTRACT));

    private Samples() {}

    /** Mock and server keep everything. */
    static Report healthy() {
        return report(kept("mock", "server"), Map.of());
    }

    /** The server has two faults, and a live system contradicts what is assumed. */
    static Report faulty() {
        Verdict verdict = kept("mock", "server", LIVE);
        find(verdict, "server", expecting("session-expired"), new Deviation("status", "401", "200"));
        find(verdict, "server", expecting("logged-out"), new Deviation("body /desc/en", "\"Success\"", WICKED));
        find(verdict, LIVE, expecting("session-limit-reached"), new Deviation("status", "409", "429"));
        return report(verdict, Map.of(LIVE, "https://" + LIVE));
    }

    /** Mock and server keep every case, but a walk has found the server elsewhere. */
    static Report astray() {
        Report healthy = healthy();
        return new Report(
                healthy.run(),
                healthy.columns(),
                healthy.chapters(),
                healthy.headlines(),
                healthy.cycles(),
                healthy.clauses(),
                List.of(new Report.Walk(
                        "server", "s360-iid.yaml:1", List.of("create", "refresh"), "a minute too much", "curl …")));
    }

    private static Verdict kept(String... targets) {
        Verdict verdict = new Verdict(CaseBook.rows(CONTRACT));
        verdict.addColumn(Verdict.EXAMPLES).values().forEach(Cell::pass);
        for (String target : targets) {
            Map<Case.Row, Cell> cells = verdict.addColumn(target);
            CASES.forEach(tried ->
                    cells.computeIfAbsent(tried.row(), row -> new Cell()).pass());
            if (target.equals(LIVE)) {
                cells.keySet().stream()
                        .filter(row -> row.status() >= 500)
                        .toList()
                        .forEach(row -> {
                            Cell unseen = new Cell();
                            unseen.addNotReached("this target cannot be made to meet it");
                            cells.put(row, unseen);
                        });
            }
        }
        return verdict;
    }

    private static void find(Verdict verdict, String target, List<Case> shows, Deviation deviation) {
        Case first = shows.get(0);
        String curl =
                "curl -i -X POST 'http://localhost:8080" + first.operation().path() + "' -H 'Key: " + SECRET + "'";
        shows.forEach(
                tried -> verdict.cell(target, tried.row()).add(new Finding(target, tried, List.of(deviation), curl)));
        verdict.add(List.of(new Cause(
                target,
                first.row() + " · " + first.clause(),
                first.place(),
                first.provenance(),
                deviation,
                shows.size(),
                shows.stream().map(Case::title).collect(Collectors.toSet()),
                curl,
                target.equals(LIVE))));
    }

    private static List<Case> expecting(String answer) {
        return CASES.stream()
                .filter(tried -> tried.expected().name().equals(answer))
                .toList();
    }

    /** Every other clause was tried both ways. */
    private static List<Report.Coverage> clauses(Verdict verdict) {
        Coverage coverage = new Coverage(Terms.of(CONTRACT));
        List<String> ids = coverage.rows().stream().map(row -> row.term().id()).toList();
        verdict.columns().stream().skip(1).forEach(target -> {
            coverage.addSatisfied(target, ids);
            coverage.addViolated(
                    target,
                    IntStream.range(0, ids.size() / 2)
                            .mapToObj(at -> ids.get(2 * at))
                            .toList());
        });
        return ClauseTable.of(coverage, verdict.columns(), CONTRACT.operations(), operation -> true);
    }

    private static Report report(Verdict verdict, Map<String, String> addresses) {
        Circumstances run = new Circumstances(
                "0.1.0",
                Fingerprint.of(CONTRACT, ContractFiles.bundled()),
                Instant.parse("2026-01-15T08:00:00.123Z"),
                Duration.ofMillis(21_340),
                360,
                400,
                0,
                false,
                List.of());
        return new Editor(CONTRACT, verdict, addresses, new Secrets(Map.of(SECRET, "S360_CLIENT_KEY")))
                .report(run, clauses(verdict), List.of());
    }
}
