package io.s360.iid.verify.judge;

import io.s360.iid.contract.Contract;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;

/** Judges exchanges: exactly, by the answer that the contract gives, and once more by an independent validator. */
public final class Judge {

    private final BodyJudge bodies;
    private final HeaderJudge headers;
    private final LiveJudge live;
    private final IndependentJudge independent;

    public Judge(Contract contract, IndependentJudge independent) {
        this.bodies = new BodyJudge(contract);
        this.headers = new HeaderJudge(contract);
        this.live = new LiveJudge(contract);
        this.independent = independent;
    }

    /** How the response differs from what the case expects, if nothing is known of what was there before. */
    public List<Deviation> deviations(Case tried, Exchange exchange) {
        return deviations(tried, List.of(exchange));
    }

    /**
     * How the last response differs from what the case expects; nothing if it does not. A wrong status explains the rest.
     *
     * @param played all exchanges of the case: what the earlier ones have shown, the last one must agree with
     */
    public List<Deviation> deviations(Case tried, List<Exchange> played) {
        Exchange exchange = played.get(played.size() - 1);
        int expected = tried.expected().status();
        int got = exchange.response().status();
        if (expected != got) {
            return List.of(new Deviation("status", String.valueOf(expected), got + nameIn(exchange)));
        }
        List<Deviation> deviations = new ArrayList<>(headers.deviations(tried, exchange));
        if (exchange.request().method().equals("HEAD")) {
            return deviations;
        }
        deviations.addAll(bodies.deviations(tried, exchange));
        if (deviations.isEmpty()) {
            deviations.addAll(live.deviations(tried, played));
        }
        if (deviations.isEmpty()) {
            deviations.addAll(independent.deviations(tried.operation(), exchange.response()));
        }
        return deviations;
    }

    /** The name of the refusal that came, for people who compare it with the expected one. */
    private static String nameIn(Exchange exchange) {
        var body = exchange.response().json();
        String name = body == null ? "" : body.at("/desc/code").asString("");
        return name.isEmpty() ? "" : " " + name;
    }
}
