package io.s360.iid.server.sight;

import io.s360.iid.contract.Operation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a request has ended. All its texts are the contract's, the settings' or the server's own: no caller chooses one.
 *
 * @param traceId null if the request was too broken to get one
 * @param operation null if the request has named none
 * @param answer the name of an answer of the contract; null if the container had to answer by a status alone
 * @param client that the request has named; null if there is no such client
 * @param peer the network address of the caller
 * @param parent whose token the request has shown
 * @param child that the request has named, or opened
 * @param asked the same in full, for who must ask the store
 * @param failure the cause, if it was a fault of this side
 */
public record Outcome(
        @Nullable String traceId,
        @Nullable Operation operation,
        @Nullable String answer,
        int status,
        Duration took,
        @Nullable String client,
        String peer,
        @Nullable Fingerprint parent,
        @Nullable Fingerprint child,
        @Nullable Asked asked,
        @Nullable Throwable failure) {

    private static final String NONE = "none";

    /** What stands where there is no operation. */
    public String operationName() {
        return operation == null ? NONE : operation.id();
    }

    /** What stands where there is no answer. */
    public String answerName() {
        return answer == null ? NONE : answer;
    }

    /** What stands where there is no client. */
    public String clientName() {
        return client == null ? NONE : client;
    }
}
