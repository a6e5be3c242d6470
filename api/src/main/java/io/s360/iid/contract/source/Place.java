package io.s360.iid.contract.source;

/**
 * Where something stands in the contract.
 *
 * @param file path relative to the root document's folder, with forward slashes
 * @param line counted from 1
 */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
