package io.s360.iid.contract.request;

import java.util.List;

/** A request as it came over the wire. */
public interface IncomingRequest {

    /** The method as sent. */
    String method();

    /** The path of the request target as sent: not decoded, without the query. */
    String path();

    /** The values of all headers of a name, in their order, trimmed; names are compared without regard to case. */
    List<String> headers(String name);

    /** The declared length of the body in bytes; -1 if it is not declared. */
    long declaredLength();

    /**
     * The body. May be called again with the same limit, and then gives the same.
     *
     * @param atMost so many bytes and no more are returned, however long the body is
     * @throws java.io.UncheckedIOException if the body does not arrive
     */
    byte[] body(int atMost);
}
