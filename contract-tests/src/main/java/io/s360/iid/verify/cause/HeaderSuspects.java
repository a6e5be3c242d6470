package io.s360.iid.verify.cause;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.source.Clause;
import java.util.List;

/** Who may be to blame if a header of an answer is not as declared, or if anything in it gives a secret away. */
final class HeaderSuspects {

    private final Contract contract;

    HeaderSuspects(Contract contract) {
        this.contract = contract;
    }

    List<Suspect> of(Attempt attempt, Aspect aspect) {
        String operation = attempt.operation().id();
        String answer = attempt.expected().toString();
        int status = attempt.expected().status();
        Clause clause = clauseOf(attempt, aspect);
        String what = aspect.complaint();
        String id = aspect.kind() + " " + aspect.at() + " ";
        return List.of(
                suspect(clause, id, 36, "every answer: " + what),
                suspect(clause, id + operation + answer, 31, operation + ", " + answer + ": " + what),
                suspect(clause, id + answer, 32, answer + " of any operation: " + what),
                suspect(clause, id + status, 33, "every " + status + ": " + what),
                suspect(clause, id + operation, 34, operation + ": " + what),
                suspect(clause, id + attempt.place(), 45, attempt.matter() + ": " + what),
                suspect(clause, id + attempt.matter(), 50, attempt.matter() + ": " + what),
                suspect(
                        clause,
                        id + operation + attempt.clause(),
                        51,
                        operation + ": " + attempt.clause() + ": " + what));
    }

    private Clause clauseOf(Attempt attempt, Aspect aspect) {
        Clause declared = attempt.expected().headers().get(aspect.at());
        if (declared != null) {
            return declared;
        }
        return aspect.kind() == Aspect.Kind.SECRET
                ? contract.root().get("x-requests").get("headers")
                : attempt.expected().schema();
    }

    private static Suspect suspect(Clause clause, String id, int rank, String words) {
        return new Suspect(id, rank, words, clause.place(), clause.provenance());
    }
}
