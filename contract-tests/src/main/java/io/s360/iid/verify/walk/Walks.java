package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.verify.cases.Cast;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.judge.Judge;
import io.s360.iid.verify.report.Curl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Random walks from one seed. On a target of this kit each begins with fresh people, and time passes in it; on any other
 * one it is played with what the cast has, nothing is ended that it did not make, and what it makes is ended.
 */
public final class Walks {

    /** After so many walks that go wrong there is enough to look at. */
    private static final int MOST_WRONG = 30;

    private final Contract contract;
    private final Cast cast;
    private final Judge judge;
    private final Map<String, String> secrets;
    private final Plan plan;

    /**
     * Which walks.
     *
     * @param seed the same walks each time
     * @param steps how many one has at most
     */
    public record Plan(long seed, int walks, int steps) {}

    /** @param secrets names of environment variables by the values that no output may show */
    public Walks(Contract contract, Cast cast, Judge judge, Map<String, String> secrets, Plan plan) {
        this.contract = contract;
        this.cast = cast;
        this.judge = judge;
        this.secrets = Map.copyOf(secrets);
        this.plan = plan;
    }

    /**
     * Plays all walks on a target, and shrinks those that go wrong.
     *
     * @throws io.s360.iid.verify.exchange.Unreachable if it stops answering
     */
    public WalkReport on(Target target) {
        Player player = new Player(contract, new WalkJudge(judge), target, plan.seed());
        WalkMaker maker = new WalkMaker(contract, cast, player.start(), plan.steps(), plan.seed());
        Trodden trodden = new Trodden(contract);
        Map<String, WalkFinding> findings = new LinkedHashMap<>();
        int played = 0;
        for (int wrong = 0; played < plan.walks() && wrong < MOST_WRONG; played++) {
            Walk walk = maker.make(played);
            Optional<Disagreement> disagreement = player.play(walk, trodden);
            if (disagreement.isPresent()) {
                wrong++;
                findings.merge(
                        disagreement.get().kind(),
                        find(target, player, walk, disagreement.get(), findings),
                        (first, again) -> first.again());
            }
        }
        return new WalkReport(
                target.name(),
                plan.seed(),
                player.start() != null,
                played,
                player.calls(),
                trodden,
                List.copyOf(findings.values()));
    }

    /** The same on several targets at the same time, in their order. */
    public List<WalkReport> on(List<Target> targets) {
        List<CompletableFuture<WalkReport>> reports = targets.stream()
                .map(target -> CompletableFuture.supplyAsync(() -> on(target), walker(target)))
                .toList();
        try {
            return reports.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static Executor walker(Target target) {
        return walk -> new Thread(walk, "walks on " + target.name()).start();
    }

    private WalkFinding find(
            Target target, Player player, Walk walk, Disagreement disagreement, Map<String, WalkFinding> known) {
        WalkFinding same = known.get(disagreement.kind());
        if (same != null) {
            return same;
        }
        Shrinking.Shrunk shrunk = new Shrinking(contract, player, walk, disagreement).shrink();
        Disagreement shown = shrunk.disagreement();
        Decision row = shown.foretold().decision();
        return new WalkFinding(
                target.name(),
                WalkScript.words(shrunk.walk()),
                shown.call().operation().id(),
                row == null ? "client" : row.toString(),
                shown.foretold().place(),
                row == null ? shown.foretold().answer().provenance() : row.provenance(),
                shown.foretold().answer().toString(),
                shown.deviations(),
                WalkScript.shell(shown.told(), new Curl(target.lastingUri(), secrets)),
                1);
    }
}
