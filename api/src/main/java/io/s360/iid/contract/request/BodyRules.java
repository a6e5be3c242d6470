package io.s360.iid.contract.request;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Schemas;
import io.s360.iid.contract.schema.Violation;
import io.s360.iid.contract.source.Place;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the contract demands of the body of one request. The bytes are read, and parsed, when a check first needs them. */
final class BodyRules {

    /** The checks that need to understand the body. */
    static final Set<Check.Kind> CHECKS = EnumSet.of(Check.Kind.ENCODING, Check.Kind.JSON, Check.Kind.FIELDS);

    private final Schemas schemas;
    private final IncomingRequest request;
    private final Operation operation;
    private @Nullable RequestBody body;

    BodyRules(Schemas schemas, IncomingRequest request, Operation operation) {
        this.schemas = schemas;
        this.request = request;
        this.operation = operation;
    }

    @Nullable
    Failure size(Check check) {
        int limit = operation.maxBytes();
        if (request.declaredLength() <= limit && request.body(limit + 1).length <= limit) {
            return null;
        }
        String problem = "has more than " + limit + " bytes";
        Place rule = operation.bodyLimits().placeOf("/maxBytes");
        return Failure.of(new Violation(check.kind().key(), "", problem, "body.maxBytes: " + limit, rule), CHECKS);
    }

    @Nullable
    Failure encoding(Check check) {
        BodyFault fault = parsed().encodingFault();
        Set<Check.Kind> prevented = parsed().tree() == null ? CHECKS : Set.of();
        return fault == null ? null : Failure.of(toViolation(check, fault), prevented);
    }

    @Nullable
    Failure json(Check check) {
        BodyFault fault = parsed().jsonFault();
        return fault == null ? null : Failure.of(toViolation(check, fault), CHECKS);
    }

    @Nullable
    Failure fields(Check check) {
        return Failure.of(schemas.violations(
                tree(), operation.requestSchema(), check.kind().key()));
    }

    /** What the checks of encoding and JSON have let pass. */
    JsonNode tree() {
        return Objects.requireNonNull(parsed().tree(), "the checks of encoding and JSON come first");
    }

    /** The body, if a check has read it and found one JSON text. */
    @Nullable
    JsonNode treeIfAny() {
        return body == null ? null : body.tree();
    }

    private RequestBody parsed() {
        if (body == null) {
            body = RequestBody.parse(
                    request.body(operation.maxBytes() + 1),
                    operation.maxDepth(),
                    () -> DeclaredMembers.of(operation.requestSchema()));
        }
        return body;
    }

    private Violation toViolation(Check check, BodyFault fault) {
        Place rule = fault.isOfDepth() ? operation.bodyLimits().placeOf("/maxDepth") : check.place();
        return new Violation(check.kind().key(), fault.where(), fault.problem(), fault.expected(), rule);
    }
}
