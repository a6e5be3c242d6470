package io.s360.iid.mock.document.schema;

import io.s360.iid.mock.document.source.Spot;

/** Where it is told what in a document could not be used. */
@FunctionalInterface
public interface Notes {

    void tell(Spot spot, String what);
}
