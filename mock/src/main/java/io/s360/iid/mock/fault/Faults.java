package io.s360.iid.mock.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * What goes wrong for one tenant. The same plan goes wrong with the same requests of a sequence, counted from the start or from
 * when the plan was set. Safe for use by several threads.
 */
public final class Faults {

    /** How many plans of single requests are remembered; the one that was not used for the longest time goes. */
    private static final int MOST = 100;

    private FaultPlan plan = FaultPlan.none();
    private final Map<FaultPlan, Dice> dice = new LinkedHashMap<>(16, 0.75f, true);

    /** What is to go wrong. */
    public synchronized FaultPlan plan() {
        return plan;
    }

    /** From its first request again. */
    public synchronized void set(FaultPlan changed) {
        plan = changed;
        dice.clear();
    }

    /** Nothing goes wrong any longer. */
    public void reset() {
        set(FaultPlan.none());
    }

    /** What goes wrong with the next request. */
    public Mishap next() {
        return next(plan());
    }

    /** What goes wrong with the next request that asks for a plan of its own. */
    public synchronized Mishap next(FaultPlan own) {
        if (own.isNone()) {
            return Mishap.none();
        }
        Mishap next = dice.computeIfAbsent(own, Dice::new).roll();
        if (dice.size() > MOST) {
            dice.remove(dice.keySet().iterator().next());
        }
        return next;
    }

    /** How many plans it remembers. */
    synchronized int remembered() {
        return dice.size();
    }

    /** Both are rolled for every request, so that one never moves the other. */
    private static final class Dice {

        private final FaultPlan plan;
        private final Random hits;
        private final Random waits;

        Dice(FaultPlan plan) {
            this.plan = plan;
            this.hits = new Random(plan.seed());
            this.waits = new Random(~plan.seed());
        }

        Mishap roll() {
            boolean isHit = hits.nextDouble() < plan.rate();
            Latency latency = plan.latency();
            return new Mishap(
                    latency == null ? Duration.ZERO : latency.draw(waits),
                    isHit ? plan.connection() : null,
                    isHit ? plan.answer() : null);
        }
    }
}
