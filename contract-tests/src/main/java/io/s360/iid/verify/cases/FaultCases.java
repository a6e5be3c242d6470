package io.s360.iid.verify.cases;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.Resource;
import io.s360.iid.contract.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What an operation answers when something goes wrong on the other side. */
final class FaultCases {

    private final Contract contract;
    private final Cast cast;
    private final Draws draws;
    private final Requests requests;

    FaultCases(Contract contract, Cast cast, Draws draws) {
        this.contract = contract;
        this.cast = cast;
        this.draws = draws;
        this.requests = new Requests(contract, draws);
    }

    Stream<Case> of(Operation operation) {
        return Stream.of(
                toCase(operation, contract.unforeseen(), Case.Provocation.UNFORESEEN, "an unforeseen fault"),
                toCase(
                        operation,
                        contract.unavailable(),
                        Case.Provocation.UNAVAILABLE,
                        "nothing behind it can be reached"));
    }

    private Case toCase(Operation operation, Answer answer, Case.Provocation provocation, String clause) {
        return new Case(
                operation,
                "fault: " + clause,
                contract.root().get("x-requests").get("faults").place(),
                operation.answer(answer.name()),
                null,
                null,
                Aims.NONE,
                provocation,
                stage -> requests.of(operation, cast.anyClient(), seededKeys(operation)),
                Case.Aftermath.NONE);
    }

    private Map<String, String> seededKeys(Operation operation) {
        Map<String, String> keys = new HashMap<>();
        for (Resource subject : operation.subjects()) {
            keys.put(
                    subject.name(),
                    cast.data().seedsOf(subject.name()).stream()
                            .filter(seed -> seed.standing().equals(Standing.active()))
                            .map(seed -> seed.key())
                            .findFirst()
                            .orElseGet(() -> Keys.invented(operation, subject, draws)));
        }
        return keys;
    }
}
