package io.s360.iid.verify.walk.model;

/**
 * A resource has come from one standing to another.
 *
 * @param from as the contract writes it, or {@link #NOTHING}
 * @param to as the contract writes it; the same as {@code from} if it has been extended
 * @param by the id of an operation, {@link #TIME} or {@link #OTHERS}
 */
public record Move(String resource, String from, String to, String by) {

    /** Where it comes from that has just been made. */
    public static final String NOTHING = "nothing";

    /** What time alone brings about. */
    public static final String TIME = "time";

    /** Those who end sessions without an operation of the contract: the portal, and people in charge. */
    public static final String OTHERS = "others";

    @Override
    public String toString() {
        return resource + " " + from + " -> " + to + " by " + by;
    }
}
