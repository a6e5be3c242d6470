package io.s360.iid.server.client;

import io.s360.iid.contract.Operation;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request whose client is known and whose operation it may be. Travels with the request.
 *
 * @param body as it has been read and found to keep the contract; holds secrets
 */
public record Call(String clientId, Operation operation, JsonNode body) {

    private static final String ATTRIBUTE = Call.class.getName();

    /** Lets a request carry this call. */
    public void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The call that a request carries; empty if it was refused before. */
    public static Optional<Call> of(ServletRequest request) {
        return Optional.ofNullable((Call) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public String toString() {
        return operation.id() + " by " + clientId;
    }
}
