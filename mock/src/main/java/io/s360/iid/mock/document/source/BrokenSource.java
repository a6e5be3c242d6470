package io.s360.iid.mock.document.source;

import io.s360.iid.contract.source.Place;

/** A file is missing or is neither JSON nor YAML, or a reference leads nowhere. */
public final class BrokenSource extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Spot spot;

    BrokenSource(Spot spot, String problem) {
        super(problem);
        this.spot = spot;
    }

    BrokenSource(Place place, String problem) {
        this(new Spot(place, ""), problem);
    }

    /** Where the problem was met: the reference, not what it fails to reach. */
    public Spot spot() {
        return spot;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
