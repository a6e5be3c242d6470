package io.s360.iid.verify.cases;

import io.s360.iid.contract.Operation;
import io.s360.iid.verify.clause.Reach;
import io.s360.iid.verify.clause.Term;
import io.s360.iid.verify.clause.TermIds;
import io.s360.iid.verify.clause.Terms;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which terms of an operation's requests a request keeps. */
record RequestReach(Terms terms) {

    /** What an ordinary request keeps beside its body. */
    Set<String> besidesBody(Operation operation) {
        return Stream.concat(
                        ofRequest(operation)
                                .filter(term -> !term.part().equals(Term.BODY))
                                .map(Term::id),
                        Stream.of(TermIds.ofRequest(operation, "body#required")))
                .collect(Collectors.toSet());
    }

    /** What a body keeps; of the terms that set a limit, those that it goes up to. */
    Set<String> of(Operation operation, JsonNode body) {
        return ofSchema(operation)
                .filter(term -> Reach.isUsedUp(term, body))
                .map(Term::id)
                .collect(Collectors.toSet());
    }

    /** The terms of the body's schema. */
    Stream<Term> ofSchema(Operation operation) {
        return ofRequest(operation)
                .filter(term -> term.part().equals(Term.BODY))
                .filter(term -> !term.stated().equals(operation.bodyLimits()))
                .filter(term -> !term.keyword().equals("required"));
    }

    static Set<String> ids(Operation operation, List<String> about) {
        return about.stream().map(term -> TermIds.ofRequest(operation, term)).collect(Collectors.toSet());
    }

    private Stream<Term> ofRequest(Operation operation) {
        return terms.of(operation.id(), Term.Side.REQUEST).stream();
    }
}
