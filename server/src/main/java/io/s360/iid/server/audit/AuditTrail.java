package io.s360.iid.server.audit;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Effect;
import io.s360.iid.contract.Operation;
import io.s360.iid.server.sight.Fingerprint;
import io.s360.iid.server.sight.Observer;
import io.s360.iid.server.sight.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes down each request that has changed a session, as the contract's decisions say which do. The store has
 * acknowledged the change before there is an answer, and so before there is a line.
 */
public final class AuditTrail implements Observer {

    private final Contract contract;
    private final Audit audit;
    private final Map<String, Map<String, String>> changes = new HashMap<>();

    public AuditTrail(Contract contract, Audit audit) {
        this.contract = contract;
        this.audit = audit;
        contract.operations().forEach(operation -> changes.put(operation.id(), changesBy(operation)));
    }

    /** The effects on sessions by the name of the answer that tells of them. */
    private Map<String, String> changesBy(Operation operation) {
        Map<String, String> changing = new HashMap<>();
        for (Decision decision : operation.decisions()) {
            Answer answer = decision.answer();
            String effects = decision.then().stream()
                    .filter(effect -> isSession(effect.resource()))
                    .map(Effect::toString)
                    .collect(Collectors.joining(", "));
            if (answer.isSuccess() && !effects.isEmpty()) {
                changing.put(answer.name(), effects);
            }
        }
        return changing;
    }

    /** What lives for a time only is a session. */
    private boolean isSession(String resource) {
        return contract.lifecycle().resource(resource).expires() != null;
    }

    @Override
    public void isOver(Outcome outcome) {
        String change = changes.getOrDefault(outcome.operationName(), Map.of()).get(outcome.answerName());
        if (change == null) {
            return;
        }
        Map<String, String> facts = new HashMap<>(Map.of("client", outcome.clientName(), "change", change));
        putIfKnown(facts, "parent", outcome.parent());
        putIfKnown(facts, "session", outcome.child());
        audit.record(outcome.operationName(), facts);
    }

    private static void putIfKnown(Map<String, String> facts, String name, @Nullable Fingerprint session) {
        if (session != null) {
            facts.put(name, session.hex());
        }
    }
}
