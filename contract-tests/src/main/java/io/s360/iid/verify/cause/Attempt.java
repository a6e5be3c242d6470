package io.s360.iid.verify.cause;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.cases.Case;
import io.s360.iid.verify.exchange.Step;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request of which it is known what must be answered: the one that a case is about, or a step on the way to it.
 *
 * @param clause what is tried, in words
 * @param place where that stands
 * @param method of the request as it was sent
 */
record Attempt(
        Operation operation,
        Answer expected,
        @Nullable Decision decision,
        String clause,
        Place place,
        Provenance provenance,
        String method) {

    /** A line in brackets at the end of a clause says which of several ways was taken to the same situation. */
    private static final Pattern WAY = Pattern.compile("[(]([^()]*)[)]$");

    static Attempt of(Case tried, String method) {
        return new Attempt(
                tried.operation(),
                tried.expected(),
                tried.decision(),
                tried.clause(),
                tried.place(),
                tried.provenance(),
                method);
    }

    static Attempt of(Step step) {
        return of(step.operation(), step.decision());
    }

    static Attempt of(Operation operation, Decision decision) {
        return new Attempt(
                operation,
                decision.answer(),
                decision,
                decision.toString(),
                decision.place(),
                decision.provenance(),
                operation.method());
    }

    /** What is tried, without the name of a row, which differs between the operations. */
    String matter() {
        return decision == null
                ? clause
                : clause.replace(decision.toString(), "").replaceFirst("^: ", "");
    }

    /** By which of several ways the situation came about; empty if there is one only. */
    Optional<String> way() {
        return decision == null
                ? Optional.empty()
                : Optional.of(WAY.matcher(clause)).filter(Matcher::find).map(found -> found.group(1));
    }

    /** Whether the request has another method than the operation. */
    boolean isOfOtherMethod() {
        return !method.equals(operation.method());
    }
}
