package io.s360.iid.mock.document;

import io.s360.iid.contract.source.Place;

/** A file is not an OpenAPI 3.0 or 3.1 document. The message is one line and says where. */
public final class UnreadableDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableDocument(Place place, String problem) {
        super(place + ": " + problem);
    }
}
