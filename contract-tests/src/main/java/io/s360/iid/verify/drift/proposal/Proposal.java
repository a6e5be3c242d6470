package io.s360.iid.verify.drift.proposal;

import io.s360.iid.verify.drift.sight.Cause;
import java.util.Map;

/**
 * The change of the contract by which what was seen would keep it.
 *
 * @param words what is proposed for each cause, or why nothing is
 * @param changed the new texts of the files that are changed or new, by name
 * @param diff the same as a unified diff; empty if nothing is proposed
 */
public record Proposal(Map<Cause, String> words, Map<String, String> changed, String diff) {

    public Proposal {
        words = Map.copyOf(words);
        changed = Map.copyOf(changed);
    }
}
