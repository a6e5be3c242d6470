package io.s360.iid.contract.request;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.RequestHeaders;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Clause;
import io.s360.iid.contract.source.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** What the contract demands of the headers of a request, and of the client that they name. */
final class HeaderRules {

    private static final String ONCE = "at most one";

    private final Schemas schemas;
    private final RequestHeaders names;
    private final Place idPlace;
    private final Place keyPlace;

    HeaderRules(Contract contract, Schemas schemas) {
        this.schemas = schemas;
        this.names = contract.headers();
        this.idPlace = schemeOf(contract.root(), names.clientId());
        this.keyPlace = schemeOf(contract.root(), names.clientKey());
    }

    private static Place schemeOf(Clause root, String header) {
        Clause schemes = root.get("components").get("securitySchemes");
        return schemes.members().values().stream()
                .filter(scheme -> scheme.get("name").text().equals(header))
                .findFirst()
                .map(scheme -> scheme.placeOf("/name"))
                .orElse(schemes.place());
    }

    /** Headers that are repeated or break their schema; null if none does. */
    @Nullable
    Failure headers(IncomingRequest request, Operation operation) {
        List<Violation> violations = new ArrayList<>(0);
        addRepetition(request, names.clientId(), idPlace, violations);
        addRepetition(request, names.clientKey(), keyPlace, violations);
        boolean isClientTold = violations.isEmpty();
        for (Operation.HeaderParameter header : operation.headers()) {
            addViolations(request, header, violations);
        }
        return Failure.of(violations, isClientTold ? Set.of() : Set.of(Check.Kind.CLIENT));
    }

    private static void addRepetition(IncomingRequest request, String name, Place rule, List<Violation> violations) {
        if (request.headers(name).size() > 1) {
            violations.add(new Violation("headers.repeated", name, "is repeated", ONCE, rule));
        }
    }

    private void addViolations(IncomingRequest request, Operation.HeaderParameter header, List<Violation> violations) {
        List<String> values = request.headers(header.name());
        if (values.size() > 1) {
            addRepetition(request, header.name(), header.schema().place(), violations);
        } else if (values.size() == 1) {
            for (Violation found : schemas.violations(StringNode.valueOf(values.get(0)), header.schema(), "headers")) {
                violations.add(found.at(header.name()));
            }
        } else if (header.required()) {
            violations.add(
                    new Violation("headers.required", header.name(), "is missing", "required: true", header.place()));
        }
    }

    /** Whether a header of a request is not repeated and keeps its schema, if it is there. */
    boolean isUsable(IncomingRequest request, Operation.HeaderParameter header) {
        List<Violation> violations = new ArrayList<>(0);
        addViolations(request, header, violations);
        return violations.isEmpty();
    }

    /** Why the client is not let in; null if it is. */
    @Nullable
    Failure client(IncomingRequest request, ClientGate gate, Check check) {
        String id = clientId(request);
        String key = value(request, names.clientKey());
        if (gate.authenticates(id, key)) {
            return null;
        }
        List<Violation> violations = new ArrayList<>();
        addAbsence(id, names.clientId(), check, idPlace, violations);
        addAbsence(key, names.clientKey(), check, keyPlace, violations);
        if (violations.isEmpty()) {
            String problem = "does not prove that the client is who it says";
            String expected = "the key of an enabled client";
            violations.add(new Violation(check.kind().key(), names.clientKey(), problem, expected, check.place()));
        }
        return Failure.of(violations);
    }

    private static void addAbsence(String value, String name, Check check, Place rule, List<Violation> violations) {
        if (value.isEmpty()) {
            violations.add(new Violation(check.kind().key(), name, "is missing", "the header " + name, rule));
        }
    }

    /** Takes one request from what the client may send; null if there was one. */
    @Nullable
    Failure rate(IncomingRequest request, ClientGate gate, Check check) {
        Optional<Duration> wait = gate.waitBeforeNext(clientId(request));
        if (wait.isEmpty()) {
            return null;
        }
        String seconds = String.valueOf(Math.max(1, wait.get().plusMillis(999).toSeconds()));
        Violation violation = new Violation(
                check.kind().key(),
                names.clientId(),
                "has no request left",
                "a request that is left in this minute",
                check.place());
        return new Failure(List.of(violation), Map.of("Retry-After", seconds), Set.of());
    }

    /** The client that a request names first; empty if none. */
    String clientId(IncomingRequest request) {
        return value(request, names.clientId());
    }

    private static String value(IncomingRequest request, String header) {
        List<String> values = request.headers(header);
        return values.isEmpty() ? "" : values.get(0);
    }
}
