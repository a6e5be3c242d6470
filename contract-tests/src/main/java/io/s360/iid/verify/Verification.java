package io.s360.iid.verify;

import io.s360.iid.contract.Contract;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.cases.CaseBook;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.cases.NotArranged;
import io.s360.iid.verify.cause.BrokenExamples;
import io.s360.iid.verify.cause.Trial;
import io.s360.iid.verify.coverage.CaseCoverage;
import io.s360.iid.verify.coverage.Coverage;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Stage;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.exchange.Unreachable;
import io.s360.iid.verify.exchange.Withheld;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.judge.IndependentJudge;
import io.s360.iid.verify.judge.Judge;
import io.s360.iid.verify.report.Cell;
import io.s360.iid.verify.report.Curl;
import io.s360.iid.verify.report.Finding;
import io.s360.iid.verify.report.Secrets;
import io.s360.iid.verify.report.Verdict;
import io.s360.iid.verify.walk.WalkReport;
import io.s360.iid.verify.walk.Walks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays all cases of a contract on targets, one column each, beside a column for the examples. */
public final class Verification {

    /** The name of the column that shows whether the examples keep their schemas. */
    public static final String EXAMPLES = Verdict.EXAMPLES;

    /** So many requests in a row without an answer, and a target is given up. */
    private static final int PATIENCE = 3;

    /** So many calls in a walk at most. */
    private static final int STEPS = 12;

    private final Contract contract;
    private final List<Case> cases;
    private final ExampleColumn examples;
    private final Judge judge;
    private final Secrets secrets;
    private final Plan plan;
    private Listener listener = (target, done, all) -> {};
    private final Verdict verdict;
    private final Map<String, Map<Case, Exchange>> seen = new LinkedHashMap<>();
    private final Map<String, Map<Case, List<Exchange>>> good = new LinkedHashMap<>();
    private int silences;

    /**
     * @param document where the root document is, for the independent judge: a URL, a file, or a path on the class path
     * @param secrets names of environment variables by the values that no output may show
     */
    public Verification(Contract contract, String document, Cast cast, Map<String, String> secrets) {
        this(contract, document, cast, secrets, Set.of());
    }

    /**
     * Plays the cases of some operations.
     *
     * @param only the ids of these operations; all are played if there is none
     */
    public Verification(Contract contract, String document, Cast cast, Map<String, String> secrets, Set<String> only) {
        this(contract, document, cast, new Secrets(secrets), Plan.ofOnly(only));
    }

    /**
     * Plays what a plan says.
     *
     * @param document where the root document is, for the independent judge: a URL, a file, or a path on the class path
     */
    public Verification(Contract contract, String document, Cast cast, Secrets secrets, Plan plan) {
        IndependentJudge independent = new IndependentJudge(document);
        this.contract = contract;
        this.cases = CaseBook.of(contract, cast, plan.seed(), plan.budget()).stream()
                .filter(tried -> plan.includes(tried.operation()))
                .toList();
        this.examples = new ExampleColumn(contract, independent);
        this.judge = new Judge(contract, independent);
        this.secrets = secrets;
        this.plan = plan;
        this.verdict = new Verdict(CaseBook.rows(contract).stream()
                .filter(row -> plan.includes(contract.operation(row.operation())))
                .toList());
    }

    /** Hears how many cases have been played on a target. */
    @FunctionalInterface
    interface Listener {
        void played(String target, int done, int all);
    }

    /** Tells somebody of every case that has been played. */
    void tell(Listener hearer) {
        this.listener = hearer;
    }

    /** All cases, in the order in which they are played. */
    public List<Case> cases() {
        return cases;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Holds the examples against their schemas, by the independent judge. */
    public void judgeExamples() {
        Map<Case.Row, Cell> column = verdict.addColumn(EXAMPLES);
        examples.fill(column, plan);
        verdict.add(BrokenExamples.in(column.values().stream()
                .flatMap(cell -> cell.findings().stream())
                .toList()));
    }

    /**
     * Plays all cases on a target.
     *
     * @throws io.s360.iid.verify.exchange.Unreachable if it stops answering
     */
    public void judge(Target target) {
        Map<Case.Row, Cell> column = verdict.addColumn(target.name());
        Map<Case, Exchange> exchanges = new LinkedHashMap<>();
        seen.put(target.name(), exchanges);
        Trial trial = new Trial(contract, target);
        Stage stage = new Stage(target);
        int done = 0;
        for (Case tried : cases) {
            stage = stage.next();
            play(tried, stage, new Scribe(column, exchanges, trial));
            listener.played(target.name(), ++done, cases.size());
        }
        verdict.add(trial.causes());
    }

    /** Where it is written down what comes of a case. */
    private record Scribe(Map<Case.Row, Cell> column, Map<Case, Exchange> exchanges, Trial trial) {}

    private void play(Case tried, Stage stage, Scribe scribe) {
        Cell cell = scribe.column().computeIfAbsent(tried.row(), row -> new Cell());
        try (stage) {
            Optional<Exchange> exchange = tried.playOn(stage);
            if (exchange.isEmpty()) {
                cell.addNotReached("this target cannot be made to meet it");
                return;
            }
            scribe.exchanges().put(tried, exchange.get());
            List<Deviation> deviations = judge.deviations(tried, stage.exchanges());
            String curl = record(tried, stage, cell, deviations);
            scribe.trial().hear(tried, stage, exchange.get(), deviations, curl);
            silences = 0;
        } catch (Unreachable silent) {
            silences++;
            if (silences >= PATIENCE) {
                throw silent;
            }
            Deviation deviation = new Deviation("answer", tried.expected().toString(), "none");
            scribe.trial().hearNothing(tried, stage, deviation, record(tried, stage, cell, List.of(deviation)));
        } catch (Withheld harmful) {
            cell.addNotReached(String.valueOf(harmful.getMessage()));
        } catch (NotArranged failure) {
            Deviation deviation = new Deviation("situation", tried.clause(), String.valueOf(failure.getMessage()));
            scribe.trial().hear(tried, stage, failure, record(tried, stage, cell, List.of(deviation)));
        }
    }

    private String record(Case tried, Stage stage, Cell cell, List<Deviation> deviations) {
        if (deviations.isEmpty()) {
            cell.pass();
            good.computeIfAbsent(stage.target().name(), target -> new LinkedHashMap<>())
                    .put(tried, stage.exchanges());
            return "";
        }
        String curl = new Curl(stage.target().lastingUri(), secrets).line(stage.exchanges());
        cell.add(new Finding(stage.target().name(), tried, deviations, curl));
        return curl;
    }

    /** Which clauses the cases that went well have shown, each way. Costs some seconds: answers are broken and judged again. */
    public Coverage coverage() {
        CaseCoverage shown = new CaseCoverage(contract, judge);
        seen.keySet().forEach(target -> shown.add(target, good.getOrDefault(target, Map.of())));
        return shown.coverage();
    }

    /**
     * Walks on a target, as often as the plan says.
     *
     * @param names of environment variables by the values that no output may show
     * @throws io.s360.iid.verify.exchange.Unreachable if it stops answering
     */
    WalkReport walk(Target target, Cast cast, Map<String, String> names) {
        return new Walks(contract, cast, judge, names, new Walks.Plan(plan.seed(), plan.walks(), STEPS)).on(target);
    }

    /** What a target answered in each case that could be played. */
    public Map<Case, Exchange> exchanges(String target) {
        return Map.copyOf(seen.getOrDefault(target, Map.of()));
    }
}
