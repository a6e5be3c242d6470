package io.s360.iid.mock.document.source;

import java.util.Arrays;

/** A growing list of line numbers. A large document has a million, which is why they are not objects. */
final class LineList {

    private static final int FEW = 8;

    private int[] lines = new int[FEW];
    private int size;

    void add(int line) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
        }
        lines[size++] = line;
    }

    void set(int index, int line) {
        lines[index] = line;
    }

    int[] toArray() {
        return Arrays.copyOf(lines, size);
    }
}
