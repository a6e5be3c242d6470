package io.s360.iid.verify.exchange;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An address that is asked to keep the contract. */
public interface Target extends AutoCloseable {

    /** What its column is called. */
    String name();

    URI baseUri();

    /** Whether it is the kit's own, which keeps what is assumed as well as what is documented. */
    default boolean isOwn() {
        return false;
    }

    /** Where whoever reads a finding can send its request again; another address if this one is gone by then. */
    default URI lastingUri() {
        return baseUri();
    }

    /**
     * What is sent in the place of a request: the same, and what the way to this target needs beside it.
     *
     * @throws Withheld if it must not be sent
     */
    default Request toSend(Request request) {
        return request;
    }

    /**
     * Makes the next request meet a fault.
     *
     * @return what is to be done to that request; empty if this target cannot be made to fail
     */
    default Optional<UnaryOperator<Request>> provoke(Fault fault) {
        return Optional.empty();
    }

    /** What those can do who run this target; empty if we do not. */
    default Optional<Backstage> backstage() {
        return Optional.empty();
    }

    /** Ends what {@link #provoke} began. */
    default void recover() {}

    @Override
    default void close() {}
}
