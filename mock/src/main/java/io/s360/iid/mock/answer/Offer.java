package io.s360.iid.mock.answer;

import java.net.URI;
import java.util.function.Supplier;

/** Something that a mock can serve, once it knows where it is reached. */
@FunctionalInterface
public interface Offer {

    /**
     * The same, at its place.
     *
     * @param base where the paths begin, for the calls that are shown to people; asked when the first is shown
     */
    Served at(Supplier<URI> base);
}
