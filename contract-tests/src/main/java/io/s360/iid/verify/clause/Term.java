package io.s360.iid.verify.clause;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;

/**
 * A clause of the document as it applies to one operation, or to one resource of the life-cycle. A schema that is referred
 * to from two places gives two terms: each of them can be broken alone.
 *
 * @param id unique and stable: it changes only if what it names changes
 * @param side whose duty it is
 * @param subject the id of the operation, or the name of the resource
 * @param status of the response; 0 if it is not about one
 * @param part what it is about: {@code body}, {@code header <name>}, {@code decision <given>} and so on
 * @param pointer of the value within the body, with a {@code *} for every item of a list; empty if it is not about one
 * @param keyword what it demands: the name of a keyword of the schema or of the document
 * @param demand what the keyword says, in the words of the document
 * @param stated the value that states it: the schema, the header, the row
 */
public record Term(
        String id,
        Side side,
        String subject,
        int status,
        String part,
        String pointer,
        String keyword,
        String demand,
        Place place,
        Provenance provenance,
        Clause stated) {

    /** The part that is about a body. */
    public static final String BODY = "body";

    /** Who has to keep a term. */
    public enum Side {
        /** Whoever calls. */
        REQUEST,
        /** Whoever answers: what an answer looks like. */
        RESPONSE,
        /** Whoever answers: which answer it is, and what happens. */
        DECISION,
        /** Whoever answers: how long things live and how many there may be. */
        LIFECYCLE
    }

    /** What it demands, in a few words. */
    public String words() {
        String of = side == Side.REQUEST ? "request " : status == 0 ? "" : status + " ";
        return (of + part + " " + pointer).strip() + " · " + keyword + (demand.isEmpty() ? "" : ": " + demand);
    }

    @Override
    public String toString() {
        return id;
    }
}
