package io.s360.iid.verify.drift;

import io.s360.iid.verify.drift.sight.Cause;
import io.s360.iid.verify.drift.sight.Drift;
import io.s360.iid.verify.drift.sight.Look;
import io.s360.iid.verify.drift.sight.Observed;
import io.s360.iid.verify.drift.sight.Sample;
import io.s360.iid.verify.exchange.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was seen so far, by cause. Keeps no exchange, and no more causes than can be read. Safe for use by several threads. */
final class Ledger {

    private static final int MOST_CAUSES = 500;

    private final Sample sample;
    private final Map<Cause, Observed> causes = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> statuses = new TreeMap<>();
    private long exchanges;
    private long drifting;
    private long unanswered;
    private long untold;

    Ledger(Sample sample) {
        this.sample = sample;
    }

    /**
     * Takes down what an exchange has shown.
     *
     * @return the causes that were not known before
     */
    synchronized List<Observed> enter(Look look, Request request) {
        exchanges++;
        drifting += look.drifts().isEmpty() ? 0 : 1;
        var operation = look.operation();
        if (operation != null) {
            statuses.computeIfAbsent(operation.id(), id -> new TreeSet<>()).add(look.status());
        }
        List<Observed> fresh = new ArrayList<>();
        for (Drift drift : look.drifts()) {
            Observed known = causes.get(drift.cause());
            if (known != null) {
                causes.put(drift.cause(), known.and(drift));
            } else if (causes.size() < MOST_CAUSES) {
                Observed first = Observed.of(drift, sample.curl(request, drift.operation()));
                causes.put(drift.cause(), first);
                fresh.add(first);
            } else {
                untold++;
            }
        }
        return fresh;
    }

    /** A request that got no answer from the address behind. */
    synchronized void enterUnanswered() {
        unanswered++;
    }

    synchronized Account account() {
        Map<String, Set<Integer>> seen = new TreeMap<>();
        statuses.forEach((id, each) -> seen.put(id, Set.copyOf(each)));
        return new Account(List.copyOf(causes.values()), seen, exchanges, drifting, unanswered, untold);
    }

    /**
     * What is in the ledger.
     *
     * @param causes in the order in which they were met
     * @param statuses that were seen, by the id of the operation
     * @param exchanges that were looked at
     * @param drifting how many of them differ from the contract
     * @param unanswered requests that got no answer from the address behind
     * @param untold drifts whose cause there was no room for
     */
    record Account(
            List<Observed> causes,
            Map<String, Set<Integer>> statuses,
            long exchanges,
            long drifting,
            long unanswered,
            long untold) {}
}
