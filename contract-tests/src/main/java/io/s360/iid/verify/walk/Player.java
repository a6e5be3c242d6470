package io.s360.iid.verify.walk;

import io.s360.iid.contract.Contract;
import io.s360.iid.verify.exchange.Backstage;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Stage;
import io.s360.iid.verify.exchange.Target;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays walks on one target, each from a beginning of its own, until the target and the model disagree. */
final class Player {

    private final Setting setting;
    private final long seed;
    private Stage stage;
    private long plays;
    private int calls;

    Player(Contract contract, WalkJudge judge, Target target, long seed) {
        this.setting = new Setting(contract, judge, target.backstage().orElse(null));
        this.seed = seed;
        this.stage = new Stage(target);
    }

    /**
     * What is the same for all walks on a target.
     *
     * @param backstage null if we do not run this target
     */
    record Setting(
            Contract contract, WalkJudge judge, @Nullable Backstage backstage) {}

    /** What was done: a line of a shell, or an exchange. */
    record Told(@Nullable String line, @Nullable Exchange exchange) {}

    /** The time at which each walk begins; null if nobody can let time pass on this target. */
    @Nullable
    Instant start() {
        return setting.backstage() == null ? null : setting.backstage().start();
    }

    /** How many requests have been answered. */
    int calls() {
        return calls;
    }

    /**
     * Plays a walk as far as it goes.
     *
     * @param trodden takes note of what was met; also of the step that went wrong
     * @return where target and model disagree; empty if they do not
     */
    Optional<Disagreement> play(Walk walk, Trodden trodden) {
        plays++;
        stage = stage.next();
        try (Stage played = stage) {
            Scenery scenery = new Scenery(setting.contract(), walk, start(), seed * 31 + plays);
            Optional<Disagreement> disagreement = new Performance(setting, scenery, played, trodden).of(walk);
            calls += played.exchanges().size();
            return disagreement;
        }
    }
}
