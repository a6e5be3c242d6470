package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far a request has come, as far as the answer shows it: an answer of a check shows that all checks before have let it pass,
 * one of a decision, or a success, that all have.
 *
 * @param passed so many checks have let it pass
 * @param failed the check that has not; null if none or it cannot be told
 */
record Progress(int passed, @Nullable Check failed) {

    private static final Progress UNTOLD = new Progress(0, null);

    static Progress of(Seen seen, Operation operation) {
        List<Check> checks = seen.contract().checks();
        if (seen.isGranted()) {
            return new Progress(checks.size(), null);
        }
        JsonNode body = seen.exchange().response().json();
        String name = body == null ? "" : body.at("/desc/code").asString("");
        for (Answer answer : operation.answers().values()) {
            if (answer.status() == seen.status()
                    && answer.body().at("/desc/code").asString("").equals(name)) {
                return ofAnswer(answer, seen.contract());
            }
        }
        return UNTOLD;
    }

    private static Progress ofAnswer(Answer answer, Contract contract) {
        List<Check> checks = contract.checks();
        for (int at = 0; at < checks.size(); at++) {
            if (checks.get(at).answer().name().equals(answer.name())) {
                return new Progress(at, checks.get(at));
            }
        }
        boolean isFault = answer.name().equals(contract.unforeseen().name())
                || answer.name().equals(contract.unavailable().name());
        return isFault ? UNTOLD : new Progress(checks.size(), null);
    }

    boolean hasPassed(Check check, Contract contract) {
        return contract.checks().indexOf(check) < passed;
    }
}
