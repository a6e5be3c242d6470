package io.s360.iid.server.sight;

import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.server.client.Address;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;

/** Reads from requests that are over how they have ended. */
final class Outcomes {

    private final Contract contract;
    private final Predicate<String> isClient;
    private final Map<String, Answer> onlySuccesses;

    /** @param isClient whether there is a client of this id */
    Outcomes(Contract contract, Predicate<String> isClient) {
        this.contract = contract;
        this.isClient = isClient;
        this.onlySuccesses = contract.operations().stream()
                .filter(operation -> successes(operation).size() == 1)
                .collect(Collectors.toUnmodifiableMap(
                        Operation::id, operation -> successes(operation).get(0)));
    }

    private static List<Answer> successes(Operation operation) {
        return operation.answers().values().stream().filter(Answer::isSuccess).toList();
    }

    Outcome of(Request request, Response response, long nanoseconds) {
        Sighting sighting = Sighting.of(request);
        Operation operation = operationOf(request);
        return new Outcome(
                response.getHeader(contract.headers().traceId()),
                operation,
                answerName(sighting, operation, response.getStatus()),
                response.getStatus(),
                Duration.ofNanos(nanoseconds),
                clientOf(request),
                peerOf(request),
                sighting.parent(),
                sighting.child(),
                sighting.asked(),
                sighting.failure());
    }

    /** By the path alone if the method is another's. */
    private @Nullable Operation operationOf(Request request) {
        String path = request.getRequestURI();
        String method = request.getMethod();
        if (path == null || method == null) {
            return null;
        }
        return contract.find(method, path)
                .or(() -> contract.operationsAt(path).stream().findFirst())
                .orElse(null);
    }

    private @Nullable String answerName(Sighting sighting, @Nullable Operation operation, int status) {
        if (sighting.answer() != null || operation == null) {
            return sighting.answer();
        }
        Answer only = onlySuccesses.get(operation.id());
        return only != null && only.status() == status ? only.name() : null;
    }

    /** For whom a trusted proxy has called: the request itself has the proxy's address again when it is over. */
    private static String peerOf(Request request) {
        return request.getAttribute(AccessLog.REMOTE_ADDR_ATTRIBUTE) instanceof String forwarded
                ? Address.whole(forwarded)
                : request.getRemoteAddr();
    }

    private @Nullable String clientOf(Request request) {
        String named = request.getHeader(contract.headers().clientId());
        return named != null && isClient.test(named.strip()) ? named.strip() : null;
    }
}
