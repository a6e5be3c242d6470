package io.s360.iid.verify.paper;

import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was found, for somebody who was not there. Its form is {@code statement.schema.json}. */
final class Statement {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Report report;

    private Statement(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(new Statement(report).tree()) + "\n";
    }

    private ObjectNode tree() {
        Circumstances run = report.run();
        ObjectNode tree = JSON.objectNode();
        tree.put("statement", 1);
        tree.put("verdict", verdict());
        tree.putObject("kit").put("name", "s360 verify").put("version", run.kit());
        tree.set("contract", contract(run.contract()));
        tree.put("startedAt", run.startedAt().toString());
        tree.put("seconds", BigDecimal.valueOf(run.took().toMillis(), 3));
        tree.put("seed", run.seed());
        tree.put("budget", run.budget());
        tree.put("walks", run.walks());
        tree.put("readOnly", run.readOnly());
        run.only().forEach(tree.putArray("only")::add);
        ArrayNode targets = tree.putArray("targets");
        report.columns().forEach(column -> targets.add(target(column)));
        ArrayNode causes = tree.putArray("causes");
        ArrayNode questions = tree.putArray("questions");
        report.headlines().forEach(headline -> (headline.isQuestion() ? questions : causes).add(cause(headline)));
        ArrayNode walks = tree.putArray("disagreements");
        report.walks().forEach(walk -> walks.add(walk(walk)));
        return tree;
    }

    private String verdict() {
        if (!report.isKept()) {
            return "broken";
        }
        return report.headlines().isEmpty() ? "kept" : "questioned";
    }

    private static ObjectNode contract(Fingerprint contract) {
        return JSON.objectNode()
                .put("title", contract.title())
                .put("version", contract.version())
                .put("file", contract.file())
                .put("sha256", contract.sha256())
                .put("parts", contract.parts())
                .put("partsSha256", contract.partsSha256());
    }

    private ObjectNode target(Report.Column column) {
        int at = report.columns().indexOf(column);
        ObjectNode target = JSON.objectNode()
                .put("name", column.name())
                .put("kind", column.kind().name().toLowerCase(Locale.ROOT))
                .put("address", column.address());
        target.putObject("cases")
                .put("played", column.played())
                .put("kept", column.kept())
                .put("broken", column.played() - column.kept())
                .put("notReached", column.notReached());
        target.putObject("answers")
                .put("kept", count(at, Report.Outcome.KEPT))
                .put("broken", count(at, Report.Outcome.BROKEN))
                .put("notReached", count(at, Report.Outcome.NOT_REACHED));
        return target;
    }

    private long count(int column, Report.Outcome outcome) {
        return report.chapters().stream()
                .flatMap(chapter -> chapter.rows().stream())
                .filter(row -> row.cells().get(column).outcome() == outcome)
                .count();
    }

    private static ObjectNode cause(Report.Headline headline) {
        ObjectNode cause = JSON.objectNode()
                .put("target", headline.target())
                .put("clause", headline.clause())
                .put("place", headline.place())
                .put("provenance", headline.provenance().name().toLowerCase(Locale.ROOT))
                .put("count", headline.count());
        cause.put("aspect", headline.shown().aspect())
                .put("expected", headline.shown().expected())
                .put("got", headline.shown().got());
        headline.rows().forEach(cause.putArray("seenIn")::add);
        return cause.put("curl", headline.curl());
    }

    private static ObjectNode walk(Report.Walk walk) {
        ObjectNode disagreement = JSON.objectNode().put("target", walk.target()).put("place", walk.place());
        walk.steps().forEach(disagreement.putArray("steps")::add);
        return disagreement.put("difference", walk.difference()).put("curl", walk.curl());
    }
}
