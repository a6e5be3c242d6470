package io.s360.iid.verify;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.source.ContractFiles;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.HouseTargets;
import io.s360.iid.verify.exchange.LiveTarget;
import io.s360.iid.verify.exchange.ReadOnlyTarget;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.paper.Circumstances;
import io.s360.iid.verify.paper.ClauseTable;
import io.s360.iid.verify.paper.Editor;
import io.s360.iid.verify.paper.Fingerprint;
import io.s360.iid.verify.paper.Report;
import io.s360.iid.verify.paper.ReportFolder;
import io.s360.iid.verify.report.Secrets;
import io.s360.iid.verify.report.VerdictText;
import io.s360.iid.verify.walk.WalkReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run: all targets are judged, and what came of it is printed and written. */
final class Inspection {

    private final Contract contract;
    private final Plan plan;
    private final Map<String, URI> addresses;
    private final Passes passes;
    private final Cast cast;
    private final Map<String, String> hidden;
    private final Secrets secrets;
    private final List<WalkReport> walked = new ArrayList<>();
    private final @Nullable ReportFolder folder;

    private Inspection(
            Contract contract,
            Plan plan,
            Map<String, URI> addresses,
            Passes passes,
            Optional<Credentials> credentials,
            @Nullable ReportFolder folder) {
        this.contract = contract;
        this.plan = plan;
        this.addresses = addresses;
        this.passes = passes;
        this.cast = credentials.map(given -> given.toCast(contract)).orElseGet(() -> Cast.ofDemo(contract));
        Map<String, String> hidden = new HashMap<>(passes.secrets());
        credentials.map(Credentials::secrets).ifPresent(hidden::putAll);
        this.hidden = Map.copyOf(hidden);
        this.secrets = new Secrets(hidden);
        this.folder = folder;
    }

    /**
     * What the command line and the environment wish for.
     *
     * @throws IllegalArgumentException if that cannot be; says in a sentence what to do about it
     */
    static Inspection of(VerifyOptions options, Map<String, String> environment, Contract contract) {
        return new Inspection(
                contract,
                options.plan(),
                Addresses.named(options.targets()),
                Passes.of(options.headers(), environment, contract),
                Credentials.in(environment),
                folder(options.report()));
    }

    /** Made before anything is judged: nobody waits for a report that cannot be written. */
    private static @Nullable ReportFolder folder(@Nullable Path wished) {
        try {
            return wished == null ? null : ReportFolder.at(wished);
        } catch (IOException refused) {
            throw new IllegalArgumentException("--report " + wished + ": this folder cannot be written to", refused);
        }
    }

    /** A text without the secrets of this run. */
    String hide(String text) {
        return secrets.hide(text);
    }

    /**
     * Judges, prints and writes.
     *
     * @return whether nothing was found that counts
     * @throws io.s360.iid.verify.exchange.Unreachable if a target does not answer
     */
    boolean run(PrintWriter out, PrintWriter err, InstantSource clock) throws IOException {
        Instant start = clock.instant();
        Verification verification = new Verification(contract, VerifyMain.BUNDLED_DOCUMENT, cast, secrets, plan);
        Progress progress = new Progress(err, clock);
        verification.tell((target, done, all) -> progress.tell(hide(target), done, all, "cases"));
        verification.judgeExamples();
        judge(verification);
        Report report = new Editor(contract, verification.verdict(), shownAddresses(), secrets)
                .report(circumstances(start, Duration.between(start, clock.instant())), clauses(verification), walked);
        VerdictText.lines(verification.verdict()).forEach(line -> out.println(hide(line)));
        WalkText.lines(walked).forEach(line -> out.println(hide(line)));
        out.println(plan.words() + ", " + report.run().took().toSeconds() + " s");
        if (folder != null) {
            folder.write(report);
        }
        return plan.isStrict() ? report.isSpotless() : report.isKept();
    }

    /** Only for those who want it in writing: it takes as long as some hundred cases. */
    private List<Report.Coverage> clauses(Verification verification) {
        return folder == null
                ? List.of()
                : ClauseTable.of(
                        verification.coverage(),
                        verification.verdict().columns(),
                        contract.operations(),
                        plan::includes);
    }

    private void judge(Verification verification) {
        if (addresses.isEmpty()) {
            try (HouseTargets house = HouseTargets.start(contract)) {
                judge(verification, house.mock());
                judge(verification, house.server());
            }
            return;
        }
        List<Target> targets = new ArrayList<>(); // all are called before one is judged
        addresses.forEach((name, address) -> targets.add(
                plan.readOnly()
                        ? LiveTarget.quietlyAt(name, address, contract, passes.headers())
                        : LiveTarget.at(name, address, contract, passes.headers())));
        targets.forEach(target -> judge(verification, target));
    }

    private void judge(Verification verification, Target target) {
        verification.judge(careful(target));
        if (plan.walks() > 0) {
            walked.add(verification.walk(target, cast, hidden));
        }
    }

    private Target careful(Target target) {
        return plan.readOnly()
                ? new ReadOnlyTarget(target, contract, cast.data().clients())
                : target;
    }

    private Map<String, String> shownAddresses() {
        Map<String, String> shown = new HashMap<>();
        addresses.forEach((name, address) -> shown.put(name, address.toString()));
        return shown;
    }

    private Circumstances circumstances(Instant start, Duration took) {
        return new Circumstances(
                Kit.version(),
                Fingerprint.of(contract, ContractFiles.bundled()),
                start,
                took,
                plan.seed(),
                plan.budget(),
                plan.walks(),
                plan.readOnly(),
                List.copyOf(plan.only()));
    }
}
