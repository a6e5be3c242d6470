package io.s360.iid.mock.journal;

/**
 * An entry in its place.
 *
 * @param place among all entries that ever were
 */
record Kept(long place, String tenant, long number, PackedEntry packed) {

    /** About how many bytes one takes beside those of its entry. */
    private static final int OVERHEAD = 200;

    Entry entry() {
        return packed.unpacked();
    }

    /** About how many bytes of memory it takes. */
    int weight() {
        return OVERHEAD + packed.bytes().length;
    }
}
