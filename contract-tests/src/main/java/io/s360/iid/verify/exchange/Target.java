package io.s360.iid.verify.exchange;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An address that is asked to keep the contract. */
public interface Target extends AutoCloseable {

    /** What its column is called. */
    String name();

    URI baseUri();

    /** Where whoever reads a finding can send its request again; another address if this one is gone by then. */
    default URI lastingUri() {
        return baseUri();
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
