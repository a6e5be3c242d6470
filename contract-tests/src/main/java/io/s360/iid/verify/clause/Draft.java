package io.s360.iid.verify.clause;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Provenance;

/** What the terms of one part have in common. */
record Draft(Term.Side side, String subject, int status, String part, String path) {

    /** Terms of a request. */
    static Draft ofRequest(String operation, String part, String path) {
        return new Draft(Term.Side.REQUEST, operation, 0, part, operation + "/request" + path);
    }

    /** Terms of the responses of a status. */
    static Draft ofResponse(String operation, int status, String part, String path) {
        return new Draft(Term.Side.RESPONSE, operation, status, part, operation + "/" + status + path);
    }

    /** A keyword that stands in a clause. */
    Term term(String keyword, Clause stated) {
        Clause value = stated.get(keyword);
        String demand = value.value().isContainer() ? value.value().toString() : value.text();
        return term("", keyword, demand, stated, "/" + keyword);
    }

    /**
     * What a clause demands.
     *
     * @param below where in the clause it does so
     */
    Term term(String pointer, String keyword, String demand, Clause stated, String below) {
        return term(pointer, keyword, demand, stated, below, stated.provenance());
    }

    Term term(String pointer, String keyword, String demand, Clause stated, String below, Provenance provenance) {
        return new Term(
                path + pointer + "#" + keyword,
                side,
                subject,
                status,
                part,
                pointer,
                keyword,
                demand,
                stated.placeOf(below),
                provenance,
                stated);
    }
}
