package io.s360.iid.mock.journal;

/**
 * An entry in its place.
 *
 * @param place among all entries that ever were
 * @param weight about how many bytes of memory it takes
 */
record Kept(long place, Entry entry, int weight) {}
