package io.s360.iid.verify.coverage;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.clause.TermIds;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Response;
import io.s360.iid.verify.judge.DecidedRow;
import io.s360.iid.verify.judge.Judge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the answers of one target show of the decision tables. A row counts as violated if the judge notices every other
 * answer of the operation in its place; a live value, if the judge notices another one, there or in what comes after; an
 * effect, if both is so of the answer that tells of it.
 */
final class DecisionCoverage {

    /** So often it is tried to break a live value, as some scenes show more of it than others. */
    private static final int ATTEMPTS = 12;

    /** What a time in an answer follows from. */
    private static final Map<String, String> RULES =
            Map.of("expiresAt", "expires.idle", "maxExpiresAt", "expires.atMost");

    private final Contract contract;
    private final Judge judge;
    private final Coverage coverage;
    private final String target;
    private final Set<String> noticed = new HashSet<>();
    private final Map<String, Integer> attempts = new HashMap<>();

    DecisionCoverage(Contract contract, Judge judge, Coverage coverage, String target) {
        this.contract = contract;
        this.judge = judge;
        this.coverage = coverage;
        this.target = target;
    }

    /** An answer that was judged, and good. */
    void add(Case tried, List<Exchange> played) {
        int last = played.size() - 1;
        for (int at = 0; at <= last; at++) {
            Optional<DecidedRow> row = at == last ? rowOf(tried) : DecidedRow.of(contract, played.get(at));
            if (row.isPresent()) {
                live(tried, played, at, row.get());
            }
        }
        tried.satisfies().stream().filter(TermIds::isOfDecision).forEach(id -> {
            if (!noticed.contains(id) && noticesOthers(tried, played) && noticesLive(tried, played, id)) {
                note(id);
            }
        });
    }

    private static Optional<DecidedRow> rowOf(Case tried) {
        Decision decision = tried.decision();
        return decision == null ? Optional.empty() : Optional.of(new DecidedRow(tried.operation(), decision));
    }

    private void note(String id) {
        if (noticed.add(id)) {
            coverage.addViolated(target, List.of(id));
        }
    }

    private void live(Case tried, List<Exchange> played, int at, DecidedRow row) {
        row.decision().live().forEach((pointer, value) -> {
            String id = idOf(row, pointer);
            if (at == played.size() - 1) {
                coverage.addSatisfied(target, List.of(id));
                lifetime(row, value).ifPresent(rule -> coverage.addSatisfied(target, List.of(rule)));
            }
            if (!noticed.contains(id)
                    && isWorthIt(id, played.get(at), pointer)
                    && notices(tried, played, at, pointer)) {
                note(id);
                lifetime(row, value).ifPresent(this::note);
            }
        });
    }

    private static String idOf(DecidedRow row, String pointer) {
        return TermIds.ofLive(row.operation(), row.decision(), pointer);
    }

    /** The number of the life-cycle that a live time follows from, if the answer says from when on it is counted. */
    private static Optional<String> lifetime(DecidedRow row, Decision.LiveValue value) {
        String rule = RULES.get(value.attribute());
        boolean isDated = row.decision().live().containsValue(new Decision.LiveValue(value.resource(), "createdAt"));
        return rule == null || !isDated ? Optional.empty() : Optional.of(TermIds.ofLifecycle(value.resource(), rule));
    }

    private boolean isWorthIt(String id, Exchange exchange, String pointer) {
        return exchange.response().json() instanceof ObjectNode body
                && Perturbed.at(pointer, body).isPresent()
                && attempts.merge(id, 1, Integer::sum) <= ATTEMPTS;
    }

    private boolean notices(Case tried, List<Exchange> played, int at, String pointer) {
        Exchange exchange = played.get(at);
        return exchange.response().json() instanceof ObjectNode body
                && Perturbed.at(pointer, body)
                        .filter(other -> !judge.deviations(
                                        tried,
                                        with(played, at, exchange.response().status(), other))
                                .isEmpty())
                        .isPresent();
    }

    /** For a row alone, it is enough to notice other answers. */
    private boolean noticesLive(Case tried, List<Exchange> played, String id) {
        Decision decision = tried.decision();
        if (decision == null || !TermIds.isOfEffect(id)) {
            return true;
        }
        int last = played.size() - 1;
        return played.get(last).response().json() instanceof ObjectNode body
                && decision.live().keySet().stream()
                        .filter(pointer -> Perturbed.at(pointer, body).isPresent())
                        .allMatch(pointer -> notices(tried, played, last, pointer));
    }

    private boolean noticesOthers(Case tried, List<Exchange> played) {
        for (Answer other : tried.operation().answers().values()) {
            boolean isOther = !other.name().equals(tried.expected().name());
            if (isOther
                    && judge.deviations(tried, with(played, played.size() - 1, other.status(), other.body()))
                            .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<Exchange> with(List<Exchange> played, int at, int status, JsonNode body) {
        List<Exchange> changed = new ArrayList<>(played);
        Exchange exchange = played.get(at);
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        changed.set(
                at,
                new Exchange(
                        exchange.request(),
                        new Response(status, exchange.response().headers(), bytes)));
        return changed;
    }
}
