package io.s360.iid.mock.document.schema;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that a value being made is inside of. Meeting one of them again is a circle, which is left where the
 * document lets one leave it.
 *
 * @param depth how many values this is inside of
 */
record Trail(Set<String> here, @Nullable Trail outside, int depth) {

    static final Trail START = new Trail(Set.of(), null, 0);

    Trail into(Shape shape) {
        return new Trail(shape.locations(), this, depth + 1);
    }

    boolean crosses(Shape shape) {
        for (Trail at = this; at != null; at = at.outside) {
            for (String location : shape.locations()) {
                if (at.here.contains(location)) {
                    return true;
                }
            }
        }
        return false;
    }
}
