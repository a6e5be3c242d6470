package io.s360.iid.server.refusal;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.server.client.TooManyRequests;
import io.s360.iid.server.session.SessionRefusal;
import io.s360.iid.server.session.StoreUnavailable;
import jakarta.servlet.ServletException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which answer of the contract a failure gets. Its words, its code and its status are the contract's. */
public final class Refusals {

    private static final Map<Class<? extends SessionRefusal>, String> NAMES = Map.of(
            SessionRefusal.SessionInvalid.class, "session-invalid",
            SessionRefusal.ChildSessionNotFound.class, "child-session-not-found",
            SessionRefusal.AlreadyLoggedOut.class, "already-logged-out",
            SessionRefusal.SessionExpired.class, "session-expired",
            SessionRefusal.SessionEnded.class, "session-ended",
            SessionRefusal.SessionLimitReached.class, "session-limit-reached",
            SessionRefusal.MessageLimitReached.class, "message-limit-reached",
            SessionRefusal.OperationNotAllowed.class, "operation-not-allowed");

    private final Contract contract;

    /** @throws IllegalStateException if a refusal has a name that the contract does not know */
    public Refusals(Contract contract) {
        this.contract = contract;
        NAMES.values().forEach(this::requireKnown);
    }

    private void requireKnown(String name) {
        if (contract.operations().stream()
                .noneMatch(operation -> operation.answers().containsKey(name))) {
            throw new IllegalStateException("The contract has no answer " + name + ", which the server gives");
        }
    }

    /**
     * The answer to whatever has gone wrong.
     *
     * @param operation null if it was not found out before
     */
    Answer answerTo(Throwable failure, @Nullable Operation operation) {
        Throwable cause = causeOf(failure);
        if (cause instanceof SessionRefusal refusal && operation != null) {
            return named(String.valueOf(NAMES.get(refusal.getClass())), operation)
                    .orElseGet(() -> unforeseen(operation));
        }
        if (cause instanceof StoreUnavailable) {
            return ofOperation(contract.unavailable(), operation);
        }
        return unforeseen(operation);
    }

    /**
     * What a request gets.
     *
     * @param headers that the answer carries besides its own
     */
    record Refusal(Answer answer, Map<String, String> headers) {}

    /**
     * The refusal of whatever has gone wrong.
     *
     * @param operation null if it was not found out before
     */
    Refusal refusalOf(Throwable failure, @Nullable Operation operation) {
        Throwable cause = causeOf(failure);
        if (cause instanceof TooManyRequests tooMany) {
            long seconds = Math.max(1, tooMany.waitBeforeNext().plusMillis(999).toSeconds());
            Answer answer = ofOperation(common(Check.Kind.RATE), operation);
            return new Refusal(answer, Map.of("Retry-After", String.valueOf(seconds)));
        }
        return new Refusal(answerTo(cause, operation), Map.of());
    }

    /** The failure itself, where the framework has wrapped it. */
    static Throwable causeOf(Throwable failure) {
        return failure instanceof ServletException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private Answer unforeseen(@Nullable Operation operation) {
        return ofOperation(contract.unforeseen(), operation);
    }

    /**
     * The answer to a request that something below this server has refused by a status alone. A status that the
     * contract does not have is about a request that could not be understood.
     */
    Answer answerTo(int status, @Nullable Operation operation) {
        Answer common = Stream.concat(
                        contract.checks().stream().map(Check::answer),
                        Stream.of(contract.unforeseen(), contract.unavailable()))
                .filter(answer -> answer.status() == status)
                .findFirst()
                .orElseGet(() -> common(Check.Kind.HEADERS));
        return ofOperation(common, operation);
    }

    /** The answer to a method that the container does not know. */
    Answer unknownMethod() {
        return common(Check.Kind.METHOD);
    }

    /** The answer to a coding of the transfer that the container does not know. */
    Answer unknownCoding() {
        return common(Check.Kind.CONTENT_TYPE);
    }

    /** All methods of the contract, as a header lists them. */
    String methods() {
        return contract.operations().stream().map(Operation::method).distinct().collect(Collectors.joining(", "));
    }

    /** The answer to a request whose body did not arrive whole. */
    Answer unreadable(@Nullable Operation operation) {
        return ofOperation(common(Check.Kind.JSON), operation);
    }

    private Answer common(Check.Kind kind) {
        return contract.check(kind).map(Check::answer).orElse(contract.unforeseen());
    }

    private static Answer ofOperation(Answer common, @Nullable Operation operation) {
        return operation == null ? common : named(common.name(), operation).orElse(common);
    }

    private static Optional<Answer> named(String name, Operation operation) {
        return Optional.ofNullable(operation.answers().get(name));
    }
}
