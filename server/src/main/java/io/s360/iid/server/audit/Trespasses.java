package io.s360.iid.server.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Given;
import io.s360.iid.contract.Operation;
import io.s360.iid.server.session.ParentSession;
import io.s360.iid.server.session.SessionStore;
import io.s360.iid.server.session.StoreUnavailable;
import io.s360.iid.server.sight.Asked;
import io.s360.iid.server.sight.Fingerprint;
import io.s360.iid.server.sight.Observer;
import io.s360.iid.server.sight.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes down who has asked for a child session that is another person's or another client's. The answer is the same as
 * for one that does not exist and has been sent before the store is asked, so neither its words nor its time tell which.
 */
public final class Trespasses implements Observer {

    private final Audit audit;
    private final SessionStore store;
    private final MeterRegistry registry;
    private final Map<String, Set<String>> denials;

    public Trespasses(Contract contract, Audit audit, SessionStore store, MeterRegistry registry) {
        this.audit = audit;
        this.store = store;
        this.registry = registry;
        this.denials = contract.operations().stream()
                .collect(Collectors.toUnmodifiableMap(Operation::id, Trespasses::denialsOf));
    }

    /** The answers of an operation to who names an innermost session that is unknown, or not his to see. */
    private static Set<String> denialsOf(Operation operation) {
        int subjects = operation.subjects().size();
        return operation.decisions().stream()
                .filter(decision -> subjects > 1
                        && decision.given() instanceof Given.Unknown unknown
                        && unknown.resource()
                                .equals(operation.subjects().get(subjects - 1).name()))
                .map(Decision::answer)
                .map(answer -> answer.name())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void isOver(Outcome outcome) {
        Asked asked = outcome.asked();
        boolean isDenied =
                denials.getOrDefault(outcome.operationName(), Set.of()).contains(outcome.answerName());
        if (asked != null && isDenied) {
            ownerOf(asked, outcome).ifPresent(owner -> tell(outcome, asked, owner));
        }
    }

    /** Whose the child session is; empty if it is nobody's, or the caller's own, or nobody can say. */
    private Optional<String> ownerOf(Asked asked, Outcome outcome) {
        try {
            Optional<ParentSession> caller =
                    store.findParent(asked.token()); // Asked in every case: none shows by its load.
            return store.findChild(asked.childId()).flatMap(child -> {
                if (isOfAnother(caller, child.parent())) {
                    return Optional.of("another person");
                }
                return child.clientId().equals(outcome.client()) ? Optional.empty() : Optional.of("another client");
            });
        } catch (StoreUnavailable unknowable) {
            return Optional.empty();
        }
    }

    /** Whoever signs in anew has another parent session, but is the same person; whoever makes up a token is not. */
    private static boolean isOfAnother(Optional<ParentSession> caller, ParentSession owner) {
        return caller.map(parent -> !subjectOf(parent).equals(subjectOf(owner))).orElse(true);
    }

    private static UUID subjectOf(ParentSession parent) {
        return parent.context().person().subjectId();
    }

    private void tell(Outcome outcome, Asked asked, String owner) {
        registry.counter("s360.trespasses", "of", owner).increment();
        audit.record(
                outcome.operationName(),
                Map.of(
                        "denied", "child session of " + owner,
                        "client", outcome.clientName(),
                        "peer", outcome.peer(),
                        "parent", Fingerprint.of(asked.token()).hex(),
                        "session", Fingerprint.of(asked.childId()).hex()));
    }
}
