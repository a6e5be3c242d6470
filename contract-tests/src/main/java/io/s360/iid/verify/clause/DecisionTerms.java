package io.s360.iid.verify.clause;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;
import java.util.ArrayList;
import java.util.List;

/** What the decision table of an operation says: of each row its answer, each effect and each live value. */
final class DecisionTerms {

    private DecisionTerms() {}

    static List<Term> of(Operation operation, Clause clause) {
        List<Term> terms = new ArrayList<>();
        List<Clause> rows = clause.get("x-decisions").items();
        for (Decision decision : operation.decisions()) {
            add(operation, decision, rows.get(decision.row() - 1), terms);
        }
        return terms;
    }

    private static void add(Operation operation, Decision decision, Clause row, List<Term> terms) {
        Draft draft = new Draft(
                Term.Side.DECISION,
                operation.id(),
                0,
                "given " + decision.given(),
                TermIds.pathOf(operation, decision));
        terms.add(draft.term("", "answer", decision.answer().toString(), row, "/answer", decision.provenance()));
        for (int at = 0; at < decision.then().size(); at++) {
            Effect effect = decision.then().get(at);
            terms.add(draft.term("", "then:" + effect, "", row, "/then/" + at, decision.provenance()));
        }
        decision.live().forEach((pointer, value) -> {
            String of = value.resource() + "." + value.attribute();
            String below = Pointers.child("/live", pointer);
            terms.add(draft.term("", "live:" + pointer, of, row, below, decision.provenance()));
        });
    }
}
