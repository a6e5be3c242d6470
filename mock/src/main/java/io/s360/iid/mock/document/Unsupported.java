package io.s360.iid.mock.document;

import io.s360.iid.contract.source.Place;
import java.util.List;

/**
 * Something in the document that the mock cannot do.
 *
 * @param place where it stands; the first of them if it stands in many places
 * @param pointer JSON pointer within the file
 * @param what in a sentence
 * @param operations whom it concerns; none if that is whoever uses what stands there
 * @param isServed whether these operations are answered all the same, only with less
 */
public record Unsupported(Place place, String pointer, String what, List<String> operations, boolean isServed) {

    public Unsupported {
        operations = List.copyOf(operations);
    }

    public int line() {
        return place.line();
    }

    @Override
    public String toString() {
        return place + " (" + pointer + "): " + what
                + (isServed ? "" : "; not served: " + String.join(", ", operations));
    }
}
