package io.s360.iid.contract.request;

import io.s360.iid.contract.Check;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.schema.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One path of the contract.
 *
 * @param operations at least one
 */
record Route(List<Operation> operations) {

    /** The operation of a method; null if there is none. */
    @Nullable
    Operation find(String method) {
        for (Operation operation : operations) {
            if (operation.method().equals(method)) {
                return operation;
            }
        }
        return null;
    }

    /** The operation that answers for the path as a whole. */
    Operation first() {
        return operations.get(0);
    }

    /** Why a method is refused that the path does not have. */
    Failure refusal(Check check) {
        String allowed = operations.stream().map(Operation::method).collect(Collectors.joining(", "));
        Violation violation =
                new Violation(check.kind().key(), "", "the path has only " + allowed, allowed, first().place());
        return new Failure(List.of(violation), Map.of("Allow", allowed), Set.of(Check.Kind.values()));
    }
}
