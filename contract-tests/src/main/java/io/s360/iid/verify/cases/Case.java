package io.s360.iid.verify.cases;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Stage;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that is tried, and what must come of it.
 *
 * @param clause what of the contract is tried, in words
 * @param place where that stands
 * @param expected the answer that the contract gives
 * @param decision the row that decides; null if the request does not come so far
 * @param violation a body that is outside its schema on purpose; null if the request is in order or broken elsewhere
 * @param aims which clauses it is made for
 * @param provokes the fault that the target must meet; null if none
 */
public record Case(
        Operation operation,
        String clause,
        Place place,
        Answer expected,
        @Nullable Decision decision,
        @Nullable JsonNode violation,
        Aims aims,
        Provocation provokes,
        Play play,
        Aftermath aftermath) {

    /** What has to be seen to once the request of a case has been answered. */
    @FunctionalInterface
    public interface Aftermath {

        /** For a request that makes nothing. */
        Aftermath NONE = (stage, exchange) -> {};

        void tidyUp(Stage stage, Exchange exchange);
    }

    /** What a target must be able to do for a case. */
    public enum Provocation {
        NOTHING,
        UNFORESEEN,
        UNAVAILABLE
    }

    /** The body that breaks its schema; empty if that is not what is tried. */
    public Optional<JsonNode> body() {
        return Optional.ofNullable(violation);
    }

    /** The ids of the terms that the request keeps on purpose. */
    public Set<String> satisfies() {
        return aims.satisfies();
    }

    /** The ids of the terms that the request breaks on purpose. */
    public Set<String> violates() {
        return aims.violates();
    }

    /** By what names it: the operation holds half of the contract. */
    @Override
    public int hashCode() {
        return operation.id().hashCode() ^ clause.hashCode();
    }

    /** The same case, prepared in another way. */
    Case with(Play other) {
        return new Case(operation, clause, place, expected, decision, violation, aims, provokes, other, aftermath);
    }

    /** The row of the verdict that this case counts for. */
    public Row row() {
        return new Row(operation.id(), expected.status(), expected.name());
    }

    /** What the contract lets an operation answer. */
    public record Row(String operation, int status, String answer) {

        @Override
        public String toString() {
            return operation + " · " + status + " " + answer;
        }
    }

    /** Whether what is tried is documented or assumed: the row that decides, otherwise the answer. */
    public Provenance provenance() {
        return decision == null ? expected.provenance() : decision.provenance();
    }

    /** The name of this case: unique, and the same in every run. */
    public String title() {
        return operation.method() + " " + operation.path() + " · " + expected + " · " + clause;
    }

    /**
     * Plays the case.
     *
     * @return the exchange to be judged; empty if the target cannot be made to meet the fault
     * @throws NotArranged if the situation does not come about
     */
    public Optional<Exchange> playOn(Stage stage) {
        return Faults.provoke(provokes, stage.target()).map(change -> {
            Exchange exchange = stage.send(change.apply(play.prepare(stage)));
            aftermath.tidyUp(stage, exchange);
            return exchange;
        });
    }
}
