package io.s360.iid.verify.drift.sight;

import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Pointers;

/**
 * A value in a file of the contract.
 *
 * @param file relative to the root document's folder
 * @param pointer JSON pointer within the file
 */
public record Spot(String file, String pointer) {

    /** No value in particular. */
    public static final Spot NONE = new Spot("", "");

    public static Spot of(Clause clause) {
        return new Spot(clause.file(), clause.pointer());
    }

    /** A value below this one. */
    public Spot child(String name) {
        return new Spot(file, Pointers.child(pointer, name));
    }

    @Override
    public String toString() {
        return file + "#" + pointer;
    }
}
