package io.s360.iid.contract.reading;

import io.s360.iid.contract.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Collects what is wrong, so that one reading tells all of it. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void add(Place place, String subject, String problem) {
        found.add(new Finding(place, subject, problem));
    }

    /** Stops the reading if anything has been found. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new BrokenContract(List.copyOf(new LinkedHashSet<>(found)));
        }
    }
}
