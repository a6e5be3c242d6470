package io.s360.iid.verify.cause;

import io.s360.iid.contract.Decision;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import java.util.ArrayList;
import java.util.List;

/** Who may be to blame if another answer came than the one that was due. */
final class AnswerSuspects {

    private static final String SUFFIX = " is not answered as declared";

    private AnswerSuspects() {}

    static List<Suspect> of(Attempt attempt) {
        List<Suspect> suspects =
                new ArrayList<>(attempt.decision() == null ? ofCheck(attempt) : ofRow(attempt, attempt.decision()));
        String operation = attempt.operation().id();
        String answer = attempt.expected().toString();
        Place place = attempt.expected().place();
        Provenance provenance = attempt.expected().provenance();
        suspects.add(
                new Suspect("answer " + operation + " " + answer, 40, operation + ": " + answer, place, provenance));
        suspects.add(new Suspect("answer " + answer, 41, answer + " of any operation", place, provenance));
        suspects.add(new Suspect(
                "operation " + operation,
                60,
                operation + SUFFIX,
                attempt.operation().place(),
                attempt.operation().provenance()));
        suspects.add(new Suspect("all", 70, "nothing" + SUFFIX, place, provenance));
        return suspects;
    }

    private static List<Suspect> ofRow(Attempt attempt, Decision row) {
        String operation = attempt.operation().id();
        String given = String.valueOf(row.given());
        List<Suspect> suspects = new ArrayList<>(List.of(
                suspect(row, "row " + operation + " " + row, 20, operation + ", " + row + ": " + attempt.expected()),
                suspect(row, "given " + given + attempt.expected(), 42, given + ": " + attempt.expected()),
                suspect(row, "given " + given, 43, given + " in any operation"),
                suspect(attempt, "matter " + attempt.matter(), 50, attempt.matter()),
                suspect(
                        attempt,
                        "case " + operation + " " + attempt.clause(),
                        51,
                        operation + ": " + attempt.clause())));
        attempt.way().ifPresent(way -> {
            suspects.add(suspect(row, "way " + operation + " " + way, 45, operation + ", " + given + ": " + way));
            suspects.add(suspect(row, "way " + way, 46, given + ": " + way));
        });
        if (!attempt.place().equals(row.place())) {
            suspects.add(suspect(attempt, "kept " + attempt.place(), 49, attempt.matter()));
            suspects.add(
                    suspect(attempt, "kept " + operation + attempt.place(), 48, operation + ": " + attempt.matter()));
        }
        return suspects;
    }

    private static List<Suspect> ofCheck(Attempt attempt) {
        String operation = attempt.operation().id();
        String kind = attempt.clause().replaceFirst(":.*", "");
        List<Suspect> suspects = new ArrayList<>(List.of(
                suspect(attempt, "place " + attempt.place(), 30, kind),
                suspect(attempt, "place " + operation + attempt.place(), 31, operation + ": " + kind),
                suspect(attempt, "clause " + attempt.clause(), 50, attempt.clause()),
                suspect(
                        attempt,
                        "case " + operation + " " + attempt.clause(),
                        51,
                        operation + ": " + attempt.clause())));
        if (attempt.isOfOtherMethod()) {
            String method = attempt.method();
            suspects.add(suspect(attempt, "method " + method, 49, kind + ": " + method));
            suspects.add(suspect(attempt, "method " + operation + method, 49, operation + ": " + kind + ": " + method));
        }
        return suspects;
    }

    private static Suspect suspect(Attempt attempt, String id, int rank, String words) {
        return new Suspect(id, rank, words, attempt.place(), attempt.provenance());
    }

    private static Suspect suspect(Decision row, String id, int rank, String words) {
        return new Suspect(id, rank, words, row.place(), row.provenance());
    }
}
