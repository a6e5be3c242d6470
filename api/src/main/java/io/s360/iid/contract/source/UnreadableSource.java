package io.s360.iid.contract.source;

/** A file of the contract is missing, is not YAML, or a reference leads nowhere. */
public final class UnreadableSource extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    UnreadableSource(Place place, String problem) {
        super(problem);
        this.place = place;
    }

    /** Where the problem was met. */
    public Place place() {
        return place;
    }
}
