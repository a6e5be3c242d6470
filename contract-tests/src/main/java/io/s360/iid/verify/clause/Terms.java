package io.s360.iid.verify.clause;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.source.Clause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The inventory of a contract: all its terms, found by walking the document. */
public final class Terms {

    private final Map<String, Term> byId = new LinkedHashMap<>();

    private final Map<String, List<Term>> bySide = new HashMap<>();

    private Terms(List<Term> terms) {
        for (Term term : terms) {
            if (byId.putIfAbsent(term.id(), term) != null) {
                throw new IllegalStateException("two terms are called " + term.id());
            }
            bySide.computeIfAbsent(term.subject() + "/" + term.side(), key -> new ArrayList<>())
                    .add(term);
        }
    }

    /** All terms of a contract, in the order of the document; those of the life-cycle come last. */
    public static Terms of(Contract contract) {
        List<Term> terms = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            Clause clause = contract.root()
                    .get("paths")
                    .get(operation.path())
                    .get(operation.method().toLowerCase(Locale.ROOT));
            terms.addAll(RequestTerms.of(contract, operation, clause));
            terms.addAll(ResponseTerms.of(operation, clause));
            terms.addAll(DecisionTerms.of(operation, clause));
        }
        LifecycleTerms.of(contract.root().get("x-lifecycle")).forEach(terms::add);
        return new Terms(terms);
    }

    public List<Term> all() {
        return List.copyOf(byId.values());
    }

    /** The terms of one side of an operation, or of a resource. */
    public List<Term> of(String subject, Term.Side side) {
        return bySide.getOrDefault(subject + "/" + side, List.of());
    }

    /** The term of an id; empty if there is none. */
    public Optional<Term> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
