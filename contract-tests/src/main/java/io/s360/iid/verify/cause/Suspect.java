package io.s360.iid.verify.cause;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;

/**
 * A clause that may be broken.
 *
 * @param id the same for the same clause, whatever led to it
 * @param rank among clauses that explain as much, the one of the lowest rank is named
 * @param words what would be broken
 * @param place where that stands
 */
record Suspect(String id, int rank, String words, Place place, Provenance provenance) {

    /** From this rank on, it is only one of several ways to break what stands in its place. */
    private static final int NARROW = 44;

    private static final int WIDE = 60;

    boolean isNarrow() {
        return rank >= NARROW && rank < WIDE;
    }
}
